// JavaScript that a browser loads before anybody has signed in, against the goal and against the whole web.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describeMachine, table } from './figures';

/** The promise of the issue: kilobytes (1 000 bytes) of gzip. */
const GOAL_KB = 180;

const folder = join(process.cwd(), 'dist/apps/web/browser');
const page = readFileSync(join(folder, 'index.html'), 'utf8');
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** Files that a file imports at once; `import(…)` is left out, it loads when asked. */
const eager = (name: string): string[] =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
    ([, file]) => file ?? '',
  );

function closure(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || !existsSync(join(folder, name))) return;
    found.add(name);
    eager(name).forEach(visit);
  };
  names.forEach(visit);
  return found;
}

const named = [...page.matchAll(/(?:src|href)="([\w.-]+\.js)"/g)].map(([, file]) => file ?? '');
const signIn = scripts.filter((name) => name.startsWith('sign-in-page'));
const size = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0) / 1000;

const start = closure(named);
const beforeSignIn = closure([...named, ...signIn]);
const withPdfmake = scripts.filter((name) => readFileSync(join(folder, name), 'utf8').includes('pdfmake'));
const early = withPdfmake.filter((name) => beforeSignIn.has(name));
const kb = (value: number): string => `${value.toFixed(1)} kB`;
const share = (value: number): string => (value / size(beforeSignIn)).toFixed(2);

console.log(describeMachine());
console.log('\nJavaScript, gzip -9');
console.log(
  table([
    ['', 'files', 'size', 'ratio'],
    ['named by index.html', `${start.size}`, kb(size(start)), share(size(start))],
    ['before sign-in (with the sign-in page)', `${beforeSignIn.size}`, kb(size(beforeSignIn)), '1.00'],
    ['goal', '', kb(GOAL_KB), share(GOAL_KB)],
    ['the whole web', `${scripts.length}`, kb(size(scripts)), share(size(scripts))],
  ]),
);
console.log(`pdfmake: ${withPdfmake.join(', ') || 'in no file'}; before sign-in: ${early.join(', ') || 'none'}`);
if (signIn.length === 0) console.log('no file of its own for the sign-in page: counted is what index.html names');
process.exitCode = size(beforeSignIn) <= GOAL_KB && early.length === 0 ? 0 : 1;
