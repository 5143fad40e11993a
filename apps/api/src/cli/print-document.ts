import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import {
  blocks,
  documentFindings,
  factsOfCase,
  inWarsaw,
  ruleSetOfCase,
  type CheckResult,
  type ConsortiumFacts,
  type DocumentFacts,
  type ZitCase,
} from '@zit/domain';
import { buildDocument } from '@zit/documents/builders/build-document';
import { TEMPLATE_VERSIONS } from '@zit/documents/builders/template-versions';
import { renderDocx } from '@zit/documents/render/docx';
import { renderHtml } from '@zit/documents/render/html';
import { renderPdf } from '@zit/documents/render/pdf';
import { commandLineWords as words } from '@zit/words.pl/command-line';
import { documentWords } from '@zit/words.pl/documents';
import { fileReason, readCaseFile } from './case-file';
import { offerToPrint } from './offers';
import type { DocumentCommand } from './read-arguments';
import { EXIT, FileTrouble, Unusable, type Terminal } from './terminal';

/** `document …`: the same builders and renderers as the portal, and the same refusals. */
export async function printDocument(command: DocumentCommand, terminal: Terminal): Promise<number> {
  const zitCase = await readCaseFile(command.file, terminal);
  const facts = factsToPrint(command, zitCase, terminal);
  const result = documentFindings(command.kind, facts);
  if (blocks(result.findings)) {
    terminal.stdout(`${JSON.stringify(result, null, 1)}\n`);
    terminal.stderr(refusal(command, result));
    return EXIT.blocked;
  }
  const files = await render(command, facts);
  const written = [];
  for (const { form, path, bytes } of files) {
    await write(path, bytes);
    terminal.stderr(`${words.written(path)}\n`);
    written.push({ form, path, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  terminal.stdout(`${JSON.stringify({ kind: facts.kind, date: facts.date, files: written, ...result }, null, 1)}\n`);
  return EXIT.ok;
}

function factsToPrint(command: DocumentCommand, zitCase: ZitCase, terminal: Terminal): DocumentFacts {
  const consortium = factsOfCase(zitCase, offerToPrint(zitCase, command.offer));
  return {
    kind: command.kind,
    templateVersion: TEMPLATE_VERSIONS[command.kind].version,
    number: command.number,
    date: command.date ?? inWarsaw(terminal.now()).date,
    place: command.place ?? consortium.centre.municipality,
    copies: command.copies ?? copiesFor(command, consortium),
    validUntil: command.validUntil,
    note: null,
    memberId: command.kind === 'LETTER_OF_CONFIRMATION' ? memberOf(command, consortium, terminal) : null,
    consortium,
    ruleSet: ruleSetOfCase(zitCase),
  };
}

/** One copy for each party; a letter of confirmation goes to the leader and stays with its author. */
const copiesFor = (command: DocumentCommand, consortium: ConsortiumFacts): number =>
  command.kind === 'LETTER_OF_CONFIRMATION' ? 2 : Math.max(1, consortium.members.length);

/** The party of a letter of confirmation; the leader's when nobody is named, and the message says so. */
function memberOf({ member }: DocumentCommand, { members }: ConsortiumFacts, terminal: Terminal): string {
  const chosen = member === null ? (members.find(({ role }) => role === 'LEADER') ?? members[0]) : undefined;
  if (chosen) {
    terminal.stderr(`${words.leaderConfirms(chosen.id, chosen.name)}\n`);
    return chosen.id;
  }
  const ids = members.map(({ id }) => id);
  if (member === null || !ids.includes(member)) throw new Unusable(words.noMember(ids));
  return member;
}

interface OutputFile {
  form: 'pdf' | 'docx' | 'html';
  path: string;
  bytes: Uint8Array;
}

/** Everything is rendered before the first file is written. */
async function render(command: DocumentCommand, facts: DocumentFacts): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  if (command.pdf !== null) {
    files.push({ form: 'pdf', path: command.pdf, bytes: await renderPdf(buildDocument(facts)) });
  }
  if (command.docx !== null) {
    files.push({ form: 'docx', path: command.docx, bytes: await renderDocx(buildDocument(facts)) });
  }
  if (command.html !== null) {
    files.push({ form: 'html', path: command.html, bytes: Buffer.from(renderHtml(buildDocument(facts))) });
  }
  return files;
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    throw new FileTrouble(words.cannotWrite(path, fileReason(error)));
  }
}

function refusal(command: DocumentCommand, { findings }: CheckResult): string {
  const reasons = findings
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ code, text, fix }) => words.blocking(code, text, fix?.text ?? null));
  return `${[words.refused(documentWords.kind[command.kind].toLowerCase()), ...reasons].join('\n')}\n`;
}
