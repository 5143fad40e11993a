import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRankingCase, resultFile, type ResultFile } from '@zit/domain';
import { sopotCase } from '@zit/sample';
import { sha256 } from '../journal/sha256';
import { ResultKey } from './result-key';

const verifier = join(__dirname, '../../../../libs/verifier/verify-ranking.mjs');
const folder = mkdtempSync(join(tmpdir(), 'zit-result-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keyIn = (name: string): ResultKey => new ResultKey({ resultKeyFile: join(folder, name) });

/** The Sopot case as a published file, signed. */
function signed(key: ResultKey): ResultFile {
  const read = readRankingCase(sopotCase);
  if (!read.ok) throw new Error('the case cannot be read');
  const about = {
    call: { number: 'LC/2264/2015/01', title: null, teryt: '2264011', edition: 1, sha256: null },
    ...{ ruleSet: 'OMT-2014/1', criteria: {}, titles: {}, software: 'zit-portal', frozenAt: null },
  };
  const { file } = resultFile(read.value, about, sha256);
  if (!file) throw new Error('the case has no ranking');
  return { ...file, signature: key.sign(file.sha256) ?? undefined };
}

function verify(file: unknown, key: string | null): { code: number; said: string } {
  const name = join(folder, 'result.json');
  writeFileSync(name, JSON.stringify(file));
  try {
    return {
      code: 0,
      said: execFileSync(process.execPath, [verifier, name, ...(key ? [key] : [])], { encoding: 'utf8' }),
    };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, said: stdout };
  }
}

describe('the key of an installation', () => {
  it('is made once, is read by nobody else, and stays the same after a start', () => {
    const first = keyIn('once/key.pem').open();
    expect(first).toMatch(/^MCowBQYDK2VwAyEA/);
    expect(statSync(join(folder, 'once/key.pem')).mode & 0o777).toBe(0o600);
    expect(keyIn('once/key.pem').open()).toBe(first);
    expect(keyIn('other.pem').open()).not.toBe(first);
  });

  it('is none without the setting', () => {
    const none = new ResultKey({ resultKeyFile: null });
    expect([none.open(), none.sign('0'.repeat(64))]).toEqual([null, null]);
  });

  it('is never made anew over a file that is no key', () => {
    writeFileSync(join(folder, 'broken.pem'), 'not a key');
    expect(() => keyIn('broken.pem').open()).toThrow();
    expect(readFileSync(join(folder, 'broken.pem'), 'utf8')).toBe('not a key');
  });

  it('signs what the verifier knows as signed by this key', () => {
    const key = keyIn('key.pem');
    const file = signed(key);
    expect(verify(file, key.open())).toMatchObject({ code: 0 });
    expect(verify(file, null)).toMatchObject({ code: 0 });
  });

  it('a changed digit is named, whatever was signed', () => {
    const file = signed(keyIn('key.pem'));
    const card = Object.values(file.document.cards['A'] ?? {})[0] as Record<string, number>;
    card['K2'] = (card['K2'] ?? 0) - 1;
    const { code, said } = verify(file, null);
    expect(code).toBe(1);
    expect(said).toMatch(/zmieniono: \/cards\/A\/[^/]+\/K2, jest \d/);
  });

  it('another key is said, and so is a signature of something else', () => {
    const [key, other] = [keyIn('key.pem'), keyIn('other.pem')];
    const file = signed(key);
    expect(verify(file, other.open()).said).toContain('podpisano innym kluczem niż podany');
    const taken = { ...file, signature: key.sign('0'.repeat(64)) };
    expect(verify(taken, key.open()).said).toContain('podpis nie pasuje do treści');
    expect(verify({ ...file, signature: undefined }, key.open()).said).toContain('plik nie jest podpisany');
  });
});
