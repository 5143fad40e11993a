// @ts-check
// Every check of the project, part by part, one heavy thing at a time; the last line is `N passed, N failed`.
import { ensureInstalled } from './install.mjs';
import { told } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { tell } from './tell.mjs';
import { parts } from './test-parts.mjs';
import { words } from './words.mjs';

/** @typedef {{ passed: number, failed: number, text: string }} Outcome */

/** @param {string[]} wanted names of parts; none means all */
export async function testRun(wanted) {
  try {
    const unknown = wanted.find((name) => !(name in parts));
    if (unknown !== undefined) throw new Refusal(words.unknownPart(unknown, Object.keys(parts)));
    await ensureInstalled();
    process.exitCode = await runAll(wanted);
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}

/** @param {string[]} wanted */
async function runAll(wanted) {
  /** @type {(Outcome & { label: string, time: string })[]} */
  const rows = [];
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const label = words.parts[/** @type {keyof typeof words.parts} */ (name)];
    const start = performance.now();
    const outcome = judged(await told(label, run, { good: (result) => judged(result).failed === 0 }));
    if (outcome.failed > 0) console.log(`${words.failedPart(label)}\n${outcome.text.trimEnd()}\n`);
    console.log(`  ${outcome.passed} passed, ${outcome.failed} failed: ${label}`);
    rows.push({ label, ...outcome, time: words.time(performance.now() - start) });
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\n${table(rows)}\n`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}

/**
 * A part without a single test has not been checked.
 * @param {Outcome} outcome
 * @returns {Outcome}
 */
const judged = (outcome) =>
  outcome.passed + outcome.failed > 0 ? outcome : { ...outcome, failed: 1, text: `${outcome.text}\n${words.noTests}` };

/** @param {{ label: string, passed: number, failed: number, time: string }[]} rows */
function table(rows) {
  const cells = [words.tableHead, ...rows.map((row) => [row.label, `${row.passed}`, `${row.failed}`, row.time])];
  const widths = words.tableHead.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}
