import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase, type TestDatabase } from '@zit/test-database';
import {
  computeRanking,
  dieOf,
  fractionText,
  rankingRows,
  resultDocument,
  resultFile,
  type RankingCall,
  type RankingRow,
  type ResultAbout,
  type ResultDocument,
} from '@zit/domain';
import { randomCall } from '@zit/sample';
import { Client } from 'pg';
import { sha256 } from '../journal/sha256';
import { RANKING_SQL } from './ranking-sql';

const CALLS = 10_000;
/** Of one statement: its parts are joined without an index. */
const BATCH = 100;
jest.setTimeout(240_000);

const verifier = join(__dirname, '../../../../libs/verifier/verify-ranking.mjs');
const about: ResultAbout = {
  call: { number: null, title: null, teryt: '2264011', edition: null, sha256: null },
  ...{ ruleSet: 'x', criteria: {}, titles: {}, software: 'x', frozenAt: null },
};

const document = (call: RankingCall): ResultDocument => resultDocument(call, about, []);

/** A file that only lacks its ranking: the verifier has to say that there is none. */
const without = (call: RankingCall): object => ({
  ...{ format: 'zit-result/1', sha256: '', digests: {} },
  document: document(call),
});

/** What all three have to agree on. */
type Said = Omit<RankingRow, 'because' | 'shown'>;

interface SqlRow {
  n: number;
  offer: string;
  num: string | null;
  den: string | null;
  place: number | null;
  status: RankingRow['status'];
  decidedBy: string | null;
  blocked: boolean;
}

/** Null: there is no ranking. */
type Answer = Said[] | null;

const ofTypescript = (call: RankingCall): Answer => {
  const { offers, blocks } = computeRanking(call, sha256);
  if (blocks.length > 0) return null;
  return rankingRows(offers, call.rules).map(({ because: _, shown: __, ...said }) => said);
};

async function ofDatabase(client: Client, documents: ResultDocument[]): Promise<Answer[]> {
  const { rows } = await client.query<SqlRow>(RANKING_SQL, [JSON.stringify(documents)]);
  const byCall = new Map<number, SqlRow[]>();
  for (const row of rows) byCall.set(row.n, [...(byCall.get(row.n) ?? []), row]);
  return documents.map((_, at) => {
    const found = byCall.get(at + 1) ?? [];
    if (found.length === 0 || found.some(({ blocked }) => blocked)) return null;
    return found.map(({ offer, num, den, place, status, decidedBy }) => ({
      ...{ offer, place, status, decidedBy },
      score: num === null ? null : fractionText({ num: Number(num), den: Number(den) }),
    }));
  });
}

/** The verifier in a process of its own, over many files: the faults it names in each. */
function ofVerifier(files: string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'zit-three-ways-'));
  try {
    const [given, told] = [join(folder, 'given.json'), join(folder, 'told.json')];
    writeFileSync(given, JSON.stringify(files));
    const program = `
      import { readFileSync, writeFileSync } from 'node:fs';
      import { verify } from ${JSON.stringify(verifier)};
      const told = [];
      for (const file of JSON.parse(readFileSync(${JSON.stringify(given)}, 'utf8'))) told.push((await verify(file)).faults);
      writeFileSync(${JSON.stringify(told)}, JSON.stringify(told));`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    return JSON.parse(readFileSync(told, 'utf8')) as string[][];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a ranking said three ways', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await emptyDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it(`TypeScript, SQL and the verifier agree on ${CALLS} random calls`, async () => {
    const seed = randomInt(2 ** 31);
    const die = dieOf(seed);
    const calls = Array.from({ length: CALLS }, () => randomCall(die));
    const first = calls.map(ofTypescript);
    const second: Answer[] = [];
    for (let from = 0; from < CALLS; from += BATCH)
      second.push(
        ...(await ofDatabase(
          client,
          calls.slice(from, from + BATCH).map((call) => document(call)),
        )),
      );
    const third = ofVerifier(
      calls.map((call) => JSON.stringify(resultFile(call, about, sha256).file ?? without(call))),
    );
    calls.forEach((call, at) => {
      const rows = first[at] ?? null;
      expect({ seed, call, rows: second[at] ?? null }).toEqual({ seed, call, rows });
      const faults = third[at] ?? [];
      if (rows) expect({ seed, call, faults }).toEqual({ seed, call, faults: [] });
      else expect(faults).toContainEqual(expect.stringContaining('nie wynika żaden ranking'));
    });
    const ranked = first.filter((rows) => rows !== null).length;
    const tied = first.filter((rows) => rows?.some(({ decidedBy }) => decidedBy !== null)).length;
    // Otherwise the calls would not ask much.
    expect(ranked).toBeGreaterThan(CALLS / 4);
    expect(tied).toBeGreaterThan(CALLS / 50);
  });
});
