import type { OfferDocumentFacts } from '@zit/domain';
import { attachmentWords } from '@zit/words.pl/attachments';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { offerReadingWords as say } from '@zit/words.pl/offer-signing';
import type { Block, Cell } from '../../call/reading/block';
import { shortHash } from './fingerprint';

/** Where a file that hangs on the offer is read, by its id; null: not from this page. */
export type FileAt = (attachment: string) => string | null;

const cell = (text: string, note: string | null = null): Cell => ({ text, note, link: null });
const forms: Readonly<Record<string, string>> = organisationKindWords.legalForm;
const formOf = (code: string | null): string | null => (code === null ? null : (forms[code] ?? code));
const column = (name: string, number = false) => ({ name, number });

/** To which call, and who: as the register had them when the content was put together. */
export function partyBlocks({ call, consortium, members }: OfferDocumentFacts): Block[] {
  const facts = [
    { label: say.consortium, value: consortium.title, link: null },
    { label: say.callNumber, value: call.number, link: null },
    { label: say.edition, value: String(call.edition), link: null },
  ];
  const rows = members.map(({ id, name, role, legalForm, nip, representation }) => ({
    id,
    cells: [
      cell(name, [role === 'LEADER' ? say.leader : say.partner, formOf(legalForm)].filter(Boolean).join(' · ')),
      cell(nip ?? ''),
      cell(representation.map((each) => say.represents(each.person, each.function)).join('\n')),
    ],
  }));
  const columns = [column(say.memberName), column(say.nip), column(say.representation)];
  return [
    { is: 'facts', facts },
    { is: 'table', title: say.members, columns, rows, sum: null },
  ];
}

/** What hangs on the offer, each with its SHA-256: files, and papers that the consortium has issued. */
export function attachmentBlocks({ attachments, papers, members }: OfferDocumentFacts, fileAt: FileAt): Block[] {
  const nameOf = (member: string) => members.find(({ id }) => id === member)?.name ?? say.nobody;
  const files = attachments.map(({ id, name, about, member, size, sha256 }) => ({
    id,
    cells: [
      { ...cell(name, about || null), link: fileAt(id) },
      cell(nameOf(member)),
      cell(attachmentWords.sizeOf(size)),
      cell(shortHash(sha256)),
    ],
  }));
  const letters = papers.map(({ kind, number, sha256 }) => ({
    id: sha256,
    cells: [cell(say.paper[kind]), cell(number), cell(shortHash(sha256))],
  }));
  const ofFiles = [column(say.file), column(say.whose), column(say.size, true), column(say.sha)];
  const ofLetters = [column(say.paperKind), column(say.number), column(say.sha)];
  return [
    ...(files.length > 0 ? [table(say.attachments, ofFiles, files)] : []),
    ...(letters.length > 0 ? [table(say.papers, ofLetters, letters)] : []),
  ];
}

const table = (
  title: string,
  columns: { name: string; number: boolean }[],
  rows: { id: string; cells: Cell[] }[],
): Block => ({ is: 'table', title, columns, rows, sum: null });
