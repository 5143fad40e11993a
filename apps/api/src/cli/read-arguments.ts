import { parseArgs } from 'node:util';
import { isLocalDate, type DocumentKind, type LocalDate } from '@zit/domain';
import { commandLineWords as words } from '@zit/words.pl/command-line';
import { journalWords } from '@zit/words.pl/journal';
import { personWords } from '@zit/words.pl/person';
import { isEmail } from 'class-validator';
import { Unusable } from './terminal';

export interface CheckCommand {
  name: 'rules check';
  file: string;
  offer: string | null;
}

export interface DocumentCommand {
  name: 'document';
  kind: DocumentKind;
  file: string;
  offer: string | null;
  member: string | null;
  date: LocalDate | null;
  place: string | null;
  number: string | null;
  copies: number | null;
  validUntil: LocalDate | null;
  /** Files to write, by form. */
  pdf: string | null;
  docx: string | null;
  html: string | null;
}

export interface JournalCommand {
  name: 'journal verify' | 'journal export';
  /** Exported journal; null: the database. */
  file: string | null;
  /** Hash of a seal that must be part of the chain. */
  expected: string | null;
}

export interface AdministratorCommand {
  name: 'person create-admin';
  person: string;
  email: string;
  /** Print a link to set the password with, instead of asking for one. */
  link: boolean;
}

export interface RankingCommand {
  name: 'ranking compute';
  file: string;
  /** Where the file goes that anybody works out again. */
  result: string | null;
  /** Seed of the trials of how firmly each offer stands; null: they are not asked for. */
  stability: number | null;
}

export interface VerifyCommand {
  name: 'ranking verify';
  file: string;
  /** By which key it has to be signed, base64; null: any. */
  key: string | null;
}

export type Command =
  | { name: 'help' }
  | RankingCommand
  | VerifyCommand
  | CheckCommand
  | DocumentCommand
  | JournalCommand
  | AdministratorCommand;

const KINDS: Readonly<Record<string, DocumentKind>> = {
  'letter-of-intent': 'LETTER_OF_INTENT',
  'letter-of-confirmation': 'LETTER_OF_CONFIRMATION',
  agreement: 'PARTNERSHIP_AGREEMENT',
};

const CHECK_OPTIONS = ['offer'] as const;
const DOCUMENT_OPTIONS = [
  'offer',
  'member',
  'date',
  'place',
  'number',
  'copies',
  'valid-until',
  'pdf',
  'docx',
  'html',
] as const;

/** @throws Unusable with a sentence about the first argument that makes no sense */
export function readArguments(argv: string[]): Command {
  const [first, second, ...rest] = argv;
  if (first === undefined || first === 'help' || argv.includes('--help') || argv.includes('-h'))
    return { name: 'help' };
  if (first === 'rules' && second === 'check') {
    const { file, values } = readOptions(rest, CHECK_OPTIONS);
    return { name: 'rules check', file, offer: values.offer ?? null };
  }
  if (first === 'ranking' && second === 'compute') {
    const { file, values } = readOptions(rest, ['result', 'stability'] as const);
    return { name: 'ranking compute', file, result: values.result ?? null, stability: seed(values.stability) };
  }
  if (first === 'ranking' && second === 'verify') {
    const { file, values } = readOptions(rest, ['key'] as const);
    return { name: 'ranking verify', file, key: values.key ?? null };
  }
  if (first === 'journal' && (second === 'verify' || second === 'export')) return journal(second, rest);
  if (first === 'person' && second === 'create-admin') return administrator(rest);
  const kind = first === 'document' && second !== undefined && Object.hasOwn(KINDS, second) ? KINDS[second] : undefined;
  if (!kind) throw new Unusable(words.unknownCommand([first, second].filter(Boolean).join(' ')));
  const { file, values } = readOptions(rest, DOCUMENT_OPTIONS);
  const { pdf = null, docx = null, html = null } = values;
  if (pdf === null && docx === null && html === null) throw new Unusable(words.noOutput);
  return {
    name: 'document',
    kind,
    file,
    offer: values.offer ?? null,
    member: values.member ?? null,
    date: day('--date', values.date),
    place: values.place ?? null,
    number: values.number ?? null,
    copies: copies(values.copies),
    validUntil: day('--valid-until', values['valid-until']),
    pdf,
    docx,
    html,
  };
}

function journal(act: 'verify' | 'export', argv: string[]): JournalCommand {
  const { files, values } = readWords(argv, act === 'verify' ? (['expect'] as const) : ([] as const));
  const extra = files[act === 'verify' ? 1 : 0];
  if (extra !== undefined) throw new Unusable(words.tooManyArguments(extra));
  const { expect = null } = values as { expect?: string };
  if (expect !== null && !/^[0-9a-f]{64}$/i.test(expect)) throw new Unusable(journalWords.notHash(expect));
  return { name: `journal ${act}`, file: files[0] ?? null, expected: expect?.toLowerCase() ?? null };
}

function administrator(argv: string[]): AdministratorCommand {
  const link = argv.includes('--link');
  const { files, values } = readWords(
    argv.filter((word) => word !== '--link'),
    ['name', 'email'] as const,
  );
  const [extra] = files;
  if (extra !== undefined) throw new Unusable(words.tooManyArguments(extra));
  const person = values.name?.trim().replaceAll(/\s+/gu, ' ') ?? '';
  const email = values.email?.trim().toLowerCase() ?? '';
  if (person.length < 2 || person.length > 200) throw new Unusable(personWords.noName);
  if (values.email === undefined) throw new Unusable(personWords.noEmail);
  if (email.length > 254 || !isEmail(email)) throw new Unusable(personWords.wrongEmail(values.email));
  return { name: 'person create-admin', person, email, link };
}

/** A file, and options that each have a value. */
function readOptions<Name extends string>(argv: string[], names: readonly Name[]) {
  const { files, values } = readWords(argv, names);
  const [file, extra] = files;
  if (file === undefined) throw new Unusable(words.noFile);
  if (extra !== undefined) throw new Unusable(words.tooManyArguments(extra));
  return { file, values };
}

function readWords<Name extends string>(argv: string[], names: readonly Name[]) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  // Not strict: the words of the strict mode are English.
  const { tokens } = parseArgs({ args: argv, options, allowPositionals: true, strict: false, tokens: true });
  const values: Partial<Record<Name, string>> = {};
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const name = names.find((known) => known === token.name);
    if (!name) throw new Unusable(words.unknownOption(token.rawName));
    if (token.value === undefined || token.value === '') throw new Unusable(words.optionWithoutValue(token.rawName));
    values[name] = token.value;
  }
  return { files, values };
}

function day(option: string, value: string | undefined): LocalDate | null {
  if (value === undefined) return null;
  if (!isLocalDate(value)) throw new Unusable(words.notDate(option, value));
  return value;
}

function seed(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^\d{1,10}$/.test(value) || Number(value) > 0xffff_ffff) throw new Unusable(words.notSeed(value));
  return Number(value);
}

function copies(value: string | undefined): number | null {
  if (value === undefined) return null;
  const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > 100) throw new Unusable(words.notCopies(value));
  return count;
}
