import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright, type Browser } from 'playwright-core';

/** Browsers that people already have; the first that is there is used. */
const INSTALLED = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Only what a root or container needs. The packaged browser's own flags switch web security off and
 * put everything into one process; journeys have to run under the real rules.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

/** A real Chromium: the machine's own, or the one that comes inside an npm package (Linux x64). */
export async function openBrowser(): Promise<Browser> {
  const own = INSTALLED.find((path) => path && existsSync(path));
  if (own) return playwright.launch({ executablePath: own, args: FLAGS });
  try {
    return await openPackaged();
  } catch {
    // A killed run may have left half a browser in the temporary folder: unpack once more; a second fault stands.
    rmSync(join(tmpdir(), 'chromium'), { force: true });
    return openPackaged();
  }
}

/** Unpacked in a process of its own: the package is ESM and believes to be alone in its process. */
function openPackaged(): Promise<Browser> {
  const said = execFileSync(process.execPath, [join(__dirname, 'unpack-browser.mjs')], { encoding: 'utf8' });
  const { path, libraries } = JSON.parse(said) as { path: string; libraries: string | null };
  const env = { ...process.env, ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries }) };
  return playwright.launch({ executablePath: path, args: FLAGS, env: env as Record<string, string> });
}
