import { writeFile } from 'node:fs/promises';
import {
  computeRanking,
  explainBlock,
  rankingRows,
  readCase,
  readRankingCase,
  resultFile,
  ruleSetOfCase,
  stabilityOf,
  type CaseFault,
  type RankingCall,
  type ResultAbout,
  type ZitCase,
} from '@zit/domain';
import { commandLineWords as words } from '@zit/words.pl/command-line';
import { portalVersion } from '../health/portal-version';
import { sha256 } from '../journal/sha256';
import { fileReason, readJsonFile, readText } from './case-file';
import type { RankingCommand, VerifyCommand } from './read-arguments';
import { EXIT, FileTrouble, type Terminal } from './terminal';

/** `ranking compute`: the ranking of a case (F.4) as JSON; 1 when something stands in its way. */
export async function computeRankingOf(
  { file, result, stability }: RankingCommand,
  terminal: Terminal,
): Promise<number> {
  const { zitCase, call, warnings } = await readJsonFile(file, terminal, readBoth);
  const { offers, blocks } = computeRanking(call, sha256);
  const said = blocks.map((block) => ({ ...block, text: explainBlock(block) }));
  const ranking = rankingRows(offers, call.rules);
  const firm =
    stability === null || blocks.length > 0 ? {} : { stability: stabilityOf(call, sha256, { seed: stability }) };
  terminal.stdout(`${JSON.stringify({ ranking, blocks: said, warnings, ...firm }, null, 1)}\n`);
  for (const { pointer, text } of warnings) terminal.stderr(`${pointer}: ${text}\n`);
  for (const { text } of said) terminal.stderr(`${text}\n`);
  if (blocks.length > 0) return EXIT.blocked;
  if (result !== null)
    await write(result, JSON.stringify(resultFile(call, aboutOf(zitCase), sha256).file, null, 1), terminal);
  return EXIT.ok;
}

/** `ranking verify`: works a published result out again, by the same file that anybody may run. */
export async function verifyResult({ file, key }: VerifyCommand, terminal: Terminal): Promise<number> {
  const { report, verify } = await import('@zit/verifier');
  const verified = await verify(await readText(file, terminal), key);
  const { ok, readable, ...answer } = verified;
  terminal.stdout(`${JSON.stringify({ ok, ...answer }, null, 1)}\n`);
  terminal.stderr(`${report(verified)}\n`);
  return ok ? EXIT.ok : readable ? EXIT.blocked : EXIT.unreadable;
}

interface ReadBoth {
  zitCase: ZitCase;
  call: RankingCall;
  warnings: CaseFault[];
}

function readBoth(json: unknown): { ok: true; value: ReadBoth } | { ok: false; faults: CaseFault[] } {
  const zitCase = readCase(json);
  if (!zitCase.ok) return zitCase;
  const ranking = readRankingCase(json);
  if (!ranking.ok) return ranking;
  return { ok: true, value: { zitCase: zitCase.value, call: ranking.value, warnings: ranking.warnings } };
}

function aboutOf(zitCase: ZitCase): ResultAbout {
  const { call, offers } = zitCase;
  const { criteria = [] } = zitCase as unknown as { criteria?: { code: string; pl?: string }[] };
  return {
    call: { number: call.no ?? null, title: null, teryt: call.teryt, edition: null, sha256: null },
    ruleSet: ruleSetOfCase(zitCase).version,
    criteria: Object.fromEntries(criteria.map(({ code, pl }) => [code, pl ?? ''])),
    titles: Object.fromEntries(Object.entries(offers).map(([offer, { title }]) => [offer, title])),
    software: `zit-portal ${portalVersion}`,
    frozenAt: null,
  };
}

async function write(file: string, text: string, terminal: Terminal): Promise<void> {
  try {
    await writeFile(file, `${text}\n`);
  } catch (error) {
    throw new FileTrouble(words.cannotWrite(file, fileReason(error)));
  }
  terminal.stderr(`${words.written(file)}\n`);
}
