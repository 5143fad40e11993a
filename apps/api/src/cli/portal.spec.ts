import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Finding, NotChecked } from '@zit/domain';

/** The command line as people run it: the bundle in a process of its own, without a database. */

// Layout takes a core for seconds where many specs run at once.
jest.setTimeout(60_000);

const root = join(__dirname, '../../../..');
const sopot = join(root, 'libs/sample/src/data/sopot-case.json');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zit-portal-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  buildSync({
    entryPoints: [join(__dirname, 'portal.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.base.json'),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function portal(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'portal.mjs'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
    cwd: folder,
  });
  return { status, stdout, stderr };
}

interface Answer {
  findings: (Finding & { offer: string })[];
  notChecked: (NotChecked & { offer: string })[];
}

const answer = (stdout: string): Answer => JSON.parse(stdout) as Answer;

/** A copy of the Sopot case that somebody spoilt. */
function spoilt(
  change: (
    offer: Record<string, unknown> & { members: Record<string, unknown>[]; budget: Record<string, unknown>[] },
  ) => void,
): string {
  const zitCase = JSON.parse(readFileSync(sopot, 'utf8')) as { offers: { A: Parameters<typeof change>[0] } };
  change(zitCase.offers.A);
  const file = join(folder, 'spoilt.json');
  writeFileSync(file, JSON.stringify(zitCase, null, 1));
  return file;
}

describe('rules check', () => {
  test('offer A of Sopot passes', () => {
    const { status, stdout, stderr } = portal('rules', 'check', sopot, '--offer', 'A');
    expect([status, stderr]).toEqual([0, '']);
    const { findings } = answer(stdout);
    expect(findings.every(({ verdict }) => verdict === 'pass')).toBe(true);
    expect(findings.find(({ code }) => code === 'R-NGO')).toMatchObject({
      verdict: 'pass',
      actual: '3/5',
      required: '1/2',
      fix: null,
      measures: { MEMBER_COUNT: '3/5', BUDGET: expect.any(String), ZIT: expect.any(String), VOTES: '3/5' },
    });
  });

  test('without --offer every offer is checked and every finding says whose it is', () => {
    const { status, stdout } = portal('rules', 'check', sopot);
    expect(status).toBe(0);
    const { findings, notChecked } = answer(stdout);
    expect(new Set(findings.map(({ offer }) => offer))).toEqual(new Set(['A', 'B', 'C']));
    expect(findings).toContainEqual(expect.objectContaining({ offer: 'C', code: 'R-COMP', verdict: 'warning' }));
    expect(notChecked.every(({ offer }) => offer !== 'A')).toBe(true);
  });

  test('own contribution one grosz short: 14,99 %, „brakuje 0,01 zł”, exit 1, with the fix', () => {
    const file = spoilt(({ budget }) => {
      for (const line of budget)
        if (line['no'] === 'L07')
          Object.assign(line, { quantity: 1, unitPriceGrosze: 2_849_999, amountGrosze: 2_849_999 });
      budget.push({ ...budget[0], no: 'L17', quantity: 1, unitPriceGrosze: 1, amountGrosze: 1 });
    });
    const { status, stdout } = portal('rules', 'check', file, '--offer', 'A');
    expect(status).toBe(1);
    const own = answer(stdout).findings.find(({ code, verdict }) => code === 'R-OWN' && verdict === 'fail');
    expect(own).toMatchObject({ actual: 4_949_999, required: 4_950_000, shortBy: 1 });
    expect(own?.text.replace(/\u00a0/g, ' ')).toContain('14,99 %');
    expect(own?.fix?.text.replace(/\u00a0/g, ' ')).toContain('0,01 zł');
  });

  test('loads no renderer to answer', () => {
    const program = readFileSync(join(folder, 'portal.mjs'), 'utf8');
    expect(/(from|import) ?"(pdfmake|docx|n2words)/.test(program)).toBe(false);
  });
});

describe('a file that cannot be read: exit 2 with the place', () => {
  const file = () => join(folder, 'bad.json');
  const check = (content: string | Uint8Array) => {
    writeFileSync(file(), content);
    return portal('rules', 'check', file());
  };

  test('broken JSON', () => {
    const { status, stdout, stderr } = check('{\n "format": "zit-case/1",\n "call": NaN\n}');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ faults: [{ line: 3, column: 10 }] });
    expect(stderr).toContain('bad.json:3:10');
  });

  test.each([
    ['1e309 grosze', 1e309, '1e309'],
    ['a fraction of a grosz', 1.5, '1.5'],
    ['a text', '330000.005', '"330000.005"'],
    ['a negative amount', -1, '-1'],
    ['10^13 zł', 1e15, '1000000000000000'],
  ])('%s', (_, __, written) => {
    const text = readFileSync(sopot, 'utf8').replace('"unitPriceGrosze": 350000', `"unitPriceGrosze": ${written}`);
    const { status, stdout } = check(text);
    expect(status).toBe(2);
    const [fault] = (
      JSON.parse(stdout) as { faults: { line: number; column: number; pointer: string; text: string }[] }
    ).faults;
    expect(fault?.text).toContain(`W pliku jest: ${written}.`);
    expect(fault?.pointer).toBe('/offers/A/budget/0/unitPriceGrosze');
    const shown = text.split('\n')[(fault?.line ?? 0) - 1]?.slice((fault?.column ?? 0) - 1);
    expect(shown?.slice(0, written.length)).toBe(written);
  });

  test('no file, no UTF-8, another format, an unknown offer', () => {
    expect(portal('rules', 'check', 'nie-ma.json')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('nie ma takiego pliku') as string,
    });
    expect(check(Buffer.from([0x7b, 0xff, 0x7d])).stderr).toContain('UTF-8');
    expect(check('{"format": "inny"}').stderr).toContain('zit-case/1');
    expect(portal('rules', 'check', sopot, '--offer', 'Z')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('„Z”') as string,
    });
  });
});

describe('document', () => {
  const out = (name: string) => join(folder, name);

  test('prints the agreement of Sopot in three forms, the same bytes each time', () => {
    const print = () =>
      portal(
        'document',
        'agreement',
        sopot,
        '--offer',
        'A',
        '--date',
        '2015-06-20',
        '--pdf',
        out('a.pdf'),
        '--docx',
        out('a.docx'),
        '--html',
        out('a.html'),
      );
    const first = print();
    expect(first.status).toBe(0);
    expect(readFileSync(out('a.pdf')).subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(readFileSync(out('a.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(out('a.html'), 'utf8').replace(/\u00a0/g, ' ')).toContain(
      '330 000,00 zł</strong> (słownie: trzysta trzydzieści tysięcy złotych 00/100)',
    );
    const files = (text: string) => (JSON.parse(text) as { files: { form: string; sha256: string }[] }).files;
    expect(files(first.stdout).map(({ form }) => form)).toEqual(['pdf', 'docx', 'html']);
    expect(files(print().stdout)).toEqual(files(first.stdout));
  });

  test.each(['letter-of-intent', 'letter-of-confirmation'])('prints a %s', (kind) => {
    const { status, stderr } = portal(
      'document',
      kind,
      sopot,
      '--member',
      'M4',
      '--date',
      '2015-03-05',
      '--html',
      out('l.html'),
    );
    expect([status, stderr]).toEqual([0, `Zapisano: ${out('l.html')}\n`]);
  });

  test("prints the leader's letter of confirmation when no member is named", () => {
    const { status, stderr } = portal('document', 'letter-of-confirmation', sopot, '--html', out('l.html'));
    expect(status).toBe(0);
    expect(stderr).toContain('Stowarzyszenie „Kompas” (M1)');
  });

  test('refuses with the findings what the screen would refuse, and writes nothing', () => {
    const file = spoilt((offer) => {
      offer.members = offer.members.filter(({ id }) => id !== 'M4');
      offer.budget = offer.budget.filter(({ member }) => member !== 'M4');
    });
    const { status, stdout, stderr } = portal(
      'document',
      'letter-of-intent',
      file,
      '--date',
      '2015-03-05',
      '--pdf',
      out('no.pdf'),
    );
    expect(status).toBe(1);
    expect(answer(stdout).findings).toContainEqual(expect.objectContaining({ code: 'R-COMP', verdict: 'fail' }));
    expect(stderr).toContain('Nie wydrukowano: list intencyjny');
    expect(existsSync(out('no.pdf'))).toBe(false);
  });

  test('N22: an agreement dated before its act is refused', () => {
    const zitCase = JSON.parse(readFileSync(sopot, 'utf8')) as { call: { legalRegime: string } };
    zitCase.call.legalRegime = 'PARTNER_2014_ART33';
    writeFileSync(out('act.json'), JSON.stringify(zitCase));
    const { status, stdout } = portal(
      'document',
      'agreement',
      out('act.json'),
      '--offer',
      'A',
      '--date',
      '2014-06-20',
      '--pdf',
      out('no.pdf'),
    );
    expect(status).toBe(1);
    expect(answer(stdout).findings).toContainEqual(expect.objectContaining({ code: 'R-REGIME', verdict: 'fail' }));
  });

  test.each([
    [['document', 'agreement', 'SOPOT'], 'Podaj, gdzie zapisać wynik'],
    [['document', 'agreement', 'SOPOT', '--date', '2015-02-30', '--pdf', 'x'], 'nie jest datą'],
    [
      ['document', 'letter-of-confirmation', 'SOPOT', '--member', 'M9', '--pdf', 'x'],
      '--member M1 | M2 | M3 | M4 | M5',
    ],
    [['document', 'agreement', 'SOPOT', '--colour', 'red', '--pdf', 'x'], 'Nie ma opcji „--colour”'],
    [['document', 'agreement', 'SOPOT', '--date', '2015-06-20', '--pdf', '/nie/ma/x.pdf'], 'Nie można zapisać pliku'],
    [['drukuj'], 'Nie ma polecenia „drukuj”'],
    [['rules', 'check'], 'Podaj plik'],
  ])('%j is one clear sentence and exit 2', (args, sentence) => {
    const { status, stdout, stderr } = portal(...args.map((arg) => (arg === 'SOPOT' ? sopot : arg)));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\bat .*\(/);
  });

  test('a ranking is computed, kept as a result and worked out again', () => {
    const result = join(folder, 'result.json');
    const computed = portal('ranking', 'compute', sopot, '--result', result);
    expect([computed.status, computed.stderr]).toEqual([0, `Zapisano: ${result}\n`]);
    expect(portal('ranking', 'verify', result)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('"ok": true') as string,
    });
    writeFileSync(result, readFileSync(result, 'utf8').replace('"K2": 9', '"K2": 8'));
    expect(portal('ranking', 'verify', result)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('zmieniono: /cards/A/S1/K2, jest 8') as string,
    });
  });

  test('helps in Polish', () =>
    expect(portal('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Użycie:') as string }));
});
