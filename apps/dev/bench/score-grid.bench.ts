// From a key to what is painted after it, in the grid of scores with 200 offers and 12 criteria of a real call, in a real
// Chromium; beside it the same keys into a bare table of the same size that only writes the digit.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { freePort } from '../postgres/port.mjs';
import { startPostgres } from '../postgres/start.mjs';
import { describeMachine, median, ms, percentile, table } from './figures';

const numberOf = (name: string, otherwise: number): number =>
  Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
const [OFFERS, CRITERIA, KEYS, WARM] = [numberOf('offers', 200), 12, numberOf('keys', 400), 40];

interface Beside {
  plantGrid(url: string, sizes: object): Promise<{ callId: string; token: string }>;
}
const { plantGrid } = (await import(new URL('./bench-score-grid.mjs', import.meta.url).href)) as Beside;
const main = join(process.cwd(), 'dist/apps/api/main.mjs');
const folder = mkdtempSync(join(tmpdir(), 'zit-grid-'));
const server = await startPostgres({ dataDir: join(folder, 'data'), test: true });
const env = {
  ...process.env,
  DATABASE_URL: server.url,
  PORTAL_MODE: 'demo',
  PORTAL_WORKER: 'separate',
  LOG_LEVEL: 'error',
  HOST: '127.0.0.1',
  PORT: String(await freePort()),
  WEB_ROOT: join(process.cwd(), 'dist/apps/web/browser'),
};
execFileSync(process.execPath, [main, 'migrate'], { env, stdio: 'pipe' });
const { callId, token } = await plantGrid(server.url, {
  offers: OFFERS,
  assessors: 1,
  criteria: CRITERIA,
  cards: false,
});
const child = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
const origin = `http://127.0.0.1:${env.PORT}`;
while (!(await fetch(`${origin}/readyz`).catch(() => null))?.ok) await pause(50);
const browser = await openBrowser();
const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 860 }, locale: 'pl-PL' });
await context.addCookies([{ name: 'zit', value: token, url: origin }]);
const page = await context.newPage();
console.log(describeMachine());
await page.goto(`/nabory/${callId}/ocena`);
const rows = await rowsOf(page);
const grid = await keysInto(page);
await page.goto('about:blank');
await page.setContent(bareTable());
const bare = await keysInto(page);
console.log(
  `\nA key until it is painted: ${rows} offers × ${CRITERIA} criteria, ${KEYS} keys, digit and arrow in turns`,
);
console.log(
  table([
    ['', 'median', 'p95', 'worst', 'ratio of p95'],
    ['a bare table', ...figures(bare), '1.00'],
    ['the grid', ...figures(grid), (percentile(grid, 95) / percentile(bare, 95)).toFixed(2)],
  ]),
);
console.log(`p95 ${ms(percentile(grid, 95))}, goal 50 ms`);
console.log(describeMachine());
await browser.close();
const ended = once(child, 'exit');
child.kill('SIGTERM');
await ended;
await server.stop();
rmSync(folder, { recursive: true, force: true });

/** The Chromium that journeys use: the machine's own, or the one that comes inside an npm package. */
function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];
  const own = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  if (existsSync(own)) return chromium.launch({ executablePath: own, args });
  const unpack = join(process.cwd(), 'apps/web-e2e/src/unpack-browser.mjs');
  const { path, libraries } = JSON.parse(execFileSync(process.execPath, [unpack], { encoding: 'utf8' })) as {
    path: string;
    libraries: string | null;
  };
  const env = { ...process.env, ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries }) } as Record<
    string,
    string
  >;
  return chromium.launch({ executablePath: path, args, env });
}

function figures(times: readonly number[]): string[] {
  return [ms(median(times)), ms(percentile(times, 95)), ms(Math.max(...times))];
}

async function rowsOf(page: Page): Promise<number> {
  await page.locator('[data-row="0"][data-column="0"]').waitFor();
  await page.waitForLoadState('networkidle');
  return page.locator('[data-column="0"]').count();
}

/**
 * Real keys of the browser. A key begins with the time stamp of its event, and its frame is painted when the task after
 * the next animation frame runs.
 */
async function keysInto(page: Page): Promise<number[]> {
  await page.locator('[data-row="0"][data-column="0"]').focus();
  await page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { taken });
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => void taken.push(performance.now() - timeStamp);
          port2.postMessage(null);
        }),
      { capture: true },
    );
  });
  for (let key = 0; key < KEYS + WARM; key++) {
    // Eleven criteria are scored; after the last one Enter goes to the next offer.
    const enters = key % (2 * (CRITERIA - 1)) === 2 * (CRITERIA - 1) - 1;
    await page.keyboard.press(key % 2 === 0 ? String(1 + (key % 9)) : enters ? 'Enter' : 'ArrowRight');
    await page.waitForFunction((count) => (window as unknown as { taken: number[] }).taken.length >= count, key + 1);
  }
  const taken = await page.evaluate(() => (window as unknown as { taken: number[] }).taken);
  return taken.slice(WARM);
}

function bareTable(): string {
  const cells = (row: number) =>
    Array.from({ length: CRITERIA }, (_, at) => `<td tabindex="-1" data-row="${row}" data-column="${at}"></td>`).join(
      '',
    );
  const all = Array.from({ length: OFFERS }, (_, row) => `<tr><th>Oferta ${row + 1}</th>${cells(row)}</tr>`).join('');
  return `<table>${all}</table><script>
    addEventListener('keydown', (event) => {
      const cell = document.activeElement;
      if (/^\\d$/.test(event.key)) cell.textContent = event.key;
      else (event.key === 'Enter' ? cell.parentElement.nextElementSibling?.children[1] : cell.nextElementSibling)?.focus();
    });
  </script>`;
}
