import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultFile } from '@zit/domain';
import { sopotCase } from '@zit/sample';
import { main } from './main';

const verifier = join(__dirname, '../../../../libs/verifier/verify-ranking.mjs');

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'zit-ranking-'))));
afterAll(() => rm(folder, { recursive: true }));

interface Answer {
  ranking: Record<string, unknown>[];
  blocks: { code: string; text: string }[];
  warnings: { pointer: string; text: string }[];
  faults: { pointer: string; line: number }[];
  stability?: { seed: number };
}

/** The command line in this process; its verifier is a file of its own and is started as one below. */
async function compute(change: (zitCase: Case) => void = () => undefined, ...more: string[]) {
  const zitCase = JSON.parse(JSON.stringify(sopotCase)) as Case;
  change(zitCase);
  const file = join(folder, 'case.json');
  await writeFile(file, JSON.stringify(zitCase, null, 1));
  let [stdout, stderr] = ['', ''];
  const code = await main(['ranking', 'compute', file, ...more], {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    stdin: () => process.stdin,
    now: () => '2015-04-20T10:00:00.000Z',
  });
  return { code, stderr, answer: JSON.parse(stdout) as Answer };
}

interface Case {
  criteria: { weight: number }[];
  scoring: Record<string, unknown>;
  conflicts: { assessor: string; offer: string }[];
  scores: Record<string, Record<string, unknown[]>>;
  offers: Record<string, Record<string, unknown>>;
}

describe('ranking compute', () => {
  it('F.4: prints the ranking of the Sopot case as its conflict policy has it', async () => {
    const { code, stderr, answer } = await compute();
    expect([code, stderr]).toEqual([0, '']);
    expect(answer.ranking).toMatchObject([
      { offer: 'A', score: '485/6', shown: '80,83', place: 1, status: 'selected', decidedBy: 'K2' },
      { offer: 'C', score: '485/6', shown: '80,83', place: 2, status: 'reserve', decidedBy: 'K2' },
      { offer: 'B', score: '176/3', shown: '58,67', place: null, status: 'below-threshold', decidedBy: null },
    ]);
    const other = await compute(({ scoring }) => (scoring['conflictPolicy'] = 'OFFER_ONLY'));
    expect(other.answer.ranking.map(({ offer, score }) => [offer, score])).toEqual([
      ['A', '78'],
      ['C', '309/4'],
      ['B', '176/3'],
    ]);
  });

  it('N19: without a quorum there is no ranking, exit 1 and the way out', async () => {
    const { code, stderr, answer } = await compute(({ conflicts }) => conflicts.push({ assessor: 'S1', offer: 'A' }));
    expect([code, answer.blocks.map((block) => block.code)]).toEqual([1, ['QUORUM', 'QUORUM', 'QUORUM']]);
    expect(stderr).toContain('kworum wynosi 3');
  });

  it('a tie that only the lot can part waits for it, and the recorded seed parts it', async () => {
    const tied = (zitCase: Case): void => {
      zitCase.scoring['tieBreak'] = ['LOT'];
    };
    const { code, answer } = await compute(tied);
    expect([code, answer.blocks[0]?.code, answer.ranking.map(({ place, status }) => [place, status])]).toEqual([
      ...[1, 'LOT_NEEDED'],
      [
        [1, 'undecided'],
        [1, 'undecided'],
        [null, 'below-threshold'],
      ],
    ]);
    const drawn = await compute((zitCase) => {
      tied(zitCase);
      zitCase.scoring['lotSeed'] = 'kula 7';
    });
    expect([drawn.code, drawn.answer.ranking.map(({ place }) => place)]).toEqual([0, [1, 2, null]]);
  });

  it.each<[string, (zitCase: Case) => void, string]>([
    ['S1: weights that make 101', ({ criteria }) => void (criteria[0] = { ...criteria[0], weight: 21 }), '/criteria'],
    ['S4: eleven points of ten', ({ scores }) => void (scores['A']!['S1']![1] = 11), '/scores/A/S1/1'],
    ['half a point', ({ scores }) => void (scores['A']!['S1']![1] = 7.5), '/scores/A/S1/1'],
    ['too few points', ({ scores }) => void scores['C']!['S2']!.pop(), '/scores/C/S2'],
    ['an unknown assessor', ({ scores }) => void (scores['A']!['S9'] = scores['A']!['S1']!), '/scores/A/S9'],
    ['an unknown offer', ({ conflicts }) => void conflicts.push({ assessor: 'S1', offer: 'X' }), '/conflicts/1/offer'],
    ['an unknown tie rule', ({ scoring }) => void (scoring['tieBreak'] = ['K9']), '/scoring/tieBreak/0'],
    ['a threshold that is none', ({ scoring }) => void (scoring['threshold'] = '60,00'), '/scoring/threshold'],
    ['another policy', ({ scoring }) => void (scoring['conflictPolicy'] = 'NONE'), '/scoring/conflictPolicy'],
  ])('%s is named with its place, exit 2', async (_, change, pointer) => {
    const { code, answer } = await compute(change);
    expect([code, answer.faults.map((fault) => fault.pointer)]).toEqual([2, [pointer]]);
    expect(answer.faults[0]?.line).toBeGreaterThan(1);
  });

  it('N14: a card that says something else about the recommendation than the offer is pointed out', async () => {
    const { code, answer, stderr } = await compute(({ offers }) => void (offers['B']!['recommendation'] = 'NONE'));
    expect(code).toBe(0);
    expect(answer.warnings.map(({ pointer }) => pointer)).toContain('/scores/B/S1/6');
    expect(stderr).toContain('K7');
  });
});

describe('how firmly it stands', () => {
  it('is told with the seed it came from, and comes out the same again', async () => {
    const [one, again] = [await compute(undefined, '--stability', '7'), await compute(undefined, '--stability', '7')];
    expect(one.answer).toEqual(again.answer);
    expect(one.answer.stability).toMatchObject({
      seed: 7,
      trials: 10_000,
      offers: [{ offer: 'A', verdict: 'line' }, {}, {}],
    });
    expect((await compute()).answer.stability).toBeUndefined();
  });
});

describe('a result that anybody works out again', () => {
  const path = (name: string): string => join(folder, name);

  async function published(): Promise<ResultFile> {
    const { code } = await compute(undefined, '--result', path('result.json'));
    expect(code).toBe(0);
    return JSON.parse(await readFile(path('result.json'), 'utf8')) as ResultFile;
  }

  function verify(file: unknown): { code: number | null; said: string } {
    const name = path('tried.json');
    writeFileSync(name, JSON.stringify(file));
    const done = spawnSync(process.execPath, [verifier, name], { encoding: 'utf8' });
    return { code: done.status, said: done.stdout };
  }

  it('comes out the same', async () => {
    const { code, said } = verify(await published());
    expect([code, said]).toEqual([
      0,
      'ZGODNE. Ranking wynika z kart i zasad:\n  1. A 80,83 selected\n  2. C 80,83 reserve\n  –. B 58,67 below-threshold\n',
    ]);
  });

  it.each<[string, (file: ResultFile) => void, string[]]>([
    [
      'a digit of a card',
      ({ document }) => void (document.cards['A']!['S1']!['K2'] = 8),
      ['zmieniono: /cards/A/S1/K2, jest 8', 'wiersz 1, offer: w pliku "A", z kart wynika "C"'],
    ],
    ['a weight', ({ document }) => void (document.rules.criteria[6]!.weight = 6), ['/rules/criteria/6/weight, jest 6']],
    ['a conflict left out', ({ document }) => void document.conflicts.pop(), ['usunięto: /conflicts/0/assessor']],
    ['a card added', ({ document }) => void (document.cards['B']!['S9'] = { K1: 9 }), ['dodano: /cards/B/S9/K1 = 9']],
    [
      'a place',
      ({ document }) => void (document.ranking[1]!.place = 1),
      ['zmieniono: /ranking/1/place', 'wiersz 2, place: w pliku 1, z kart wynika 2'],
    ],
    ['a shown digit', ({ document }) => void (document.ranking[0]!.shown = '80,84'), ['wiersz 1, shown']],
    [
      'the hash',
      (file) => void (file.sha256 = file.sha256.replace(/^./, 'x')),
      ['treść pliku jest inna niż ogłoszona'],
    ],
  ])('names what was changed: %s', async (_, change, named) => {
    const file = await published();
    change(file);
    const { code, said } = verify(file);
    expect(code).toBe(1);
    for (const sentence of named) expect(said).toContain(sentence);
  });

  it('a file made to fit itself is found out by what follows from its cards', async () => {
    const file = await published();
    file.document.ranking.reverse();
    const { said } = verify({ ...file, sha256: '0'.repeat(64), digests: {} });
    expect(said).toContain('wiersz 1, offer: w pliku "B", z kart wynika "A"');
  });

  it('no file, no JSON and another format are said, exit 2', () => {
    expect(verify({ format: 'zit-case/1' }).code).toBe(2);
    expect(verify('nic').code).toBe(2);
    expect(spawnSync(process.execPath, [verifier], { encoding: 'utf8' }).status).toBe(2);
  });
});
