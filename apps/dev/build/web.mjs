// @ts-check
// After the Angular build: brotli and gzip beside every text file, so that the API only streams bytes.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const texts = new Set(['.js', '.css', '.svg', '.json', '.txt', '.map', '.webmanifest']);
/** Smaller files fit one network packet anyway. */
const smallest = 1_000;

/**
 * Compresses what has no newer compressed twin. index.html is left out: it gets a nonce in every answer.
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => texts.has(extname(path)) && statSync(path).size >= smallest);
  await Promise.all(
    files.map(async (path) => {
      const bytes = readFileSync(path);
      const fresh = (/** @type {string} */ twin) =>
        existsSync(twin) && statSync(twin).mtimeMs >= statSync(path).mtimeMs;
      if (!fresh(`${path}.br`)) {
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
      }
      if (!fresh(`${path}.gz`)) writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
  return files.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await compressFolder(fileURLToPath(new URL('../../../dist/apps/web/browser', import.meta.url)));
}
