// @ts-check
// Lints texts as if they stood at given paths: stdin [{ filePath, text }], stdout [[ruleId, …], …].
// A program of its own because ESLint loads its settings by import(), which Jest's sandbox does not offer.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

/** @type {{ filePath: string, text: string }[]} */
const planted = JSON.parse(await text(process.stdin));
const eslint = new ESLint({ overrideConfigFile: 'apps/dev/settings/eslint.config.mjs' });
const found = [];
for (const { filePath, text: source } of planted) {
  const [result] = await eslint.lintText(source, { filePath });
  found.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(found));
