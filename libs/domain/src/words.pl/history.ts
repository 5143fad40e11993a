/** Sentences of the journal, read on each thing as its history; details carry names of organisations, never of persons. */
import { fieldWords } from './history-fields';
import { plural } from './plural';
import { did } from './verbs';

const lines = (n: number): string => `${n} ${plural(n, 'pozycję', 'pozycje', 'pozycji')}`;
const changes = (n: number): string => `${n} ${plural(n, 'zmiana', 'zmiany', 'zmian')}`;

const documentOf: Readonly<Record<string, string>> = {
  LETTER_OF_INTENT: 'listu intencyjnego',
  LETTER_OF_CONFIRMATION: 'potwierdzenia udziału',
  PARTNERSHIP_AGREEMENT: 'umowy o partnerstwie',
};
const documentIssued: Readonly<Record<string, string>> = {
  LETTER_OF_INTENT: 'list intencyjny',
  LETTER_OF_CONFIRMATION: 'potwierdzenie udziału',
  PARTNERSHIP_AGREEMENT: 'umowę o partnerstwie',
};

/** Who did it: the organisation acted for; null: the municipality's or the programme's people, or the portal. */
type By = string | null;

export const historyWords = {
  nobody: 'portal',
  erased: 'osoba, której dane usunięto',
  unknownOrganisation: 'organizacja spoza rejestru',
  unknownAct: 'zmiana w konsorcjum',
  nothing: '(puste)',
  /** „cenę z 70,00 zł na 72,00 zł”; without values: only what. */
  field: (field: string, values: { before: string; after: string } | null) =>
    `${fieldWords[field] ?? field}${values ? ` z ${values.before} na ${values.after}` : ''}`,
  /** „cenę pozycji L04 z 70,00 zł na 72,00 zł” */
  lineField: (field: string, no: string, values: { before: string; after: string } | null) =>
    `${fieldWords[field] ?? field} pozycji ${no}${values ? ` z ${values.before} na ${values.after}` : ''}`,
  line: (no: string, amount: string) => `pozycję ${no} (${amount})`,
  /** Parts of one sentence; what did not fit is counted. */
  list: (parts: readonly string[], more: number) =>
    `${parts.join(', ')}${more > 0 ? ` i jeszcze ${changes(more)}` : ''}`,
  created: (by: By, title: string) => `${did('create', by)} konsorcjum „${title}”`,
  changed: (by: By, what: string) => `${did('change', by)} ${what || 'dane konsorcjum'}`,
  memberAdded: (by: By, name: string, leader: boolean) => `${did('add', by)} ${leader ? 'lidera' : 'członka'}: ${name}`,
  memberChanged: (by: By, name: string, what: string) =>
    `${did('change', by)} dane członka (${name})${what ? `: ${what}` : ''}`,
  memberLeft: (name: string, heir: string | null) =>
    `wystąpienie z konsorcjum: ${name}${heir ? `; pozycje budżetu i usługi przejmuje: ${heir}` : ''}`,
  leaderAppointed: (by: By, name: string, former: string | null) =>
    `${did('appoint', by)} lidera: ${name}${former ? ` (poprzednio ${former})` : ''}`,
  linesChanged: (by: By, what: string) => `${did('change', by)} ${what}`,
  linesAdded: (by: By, what: string) => `${did('add', by)} ${what}`,
  linesRemoved: (by: By, what: string) => `${did('remove', by)} ${what}`,
  budgetTotal: (sentence: string, total: string) => `${sentence}; budżet razem ${total}`,
  budgetChanged: (
    by: By,
    count: { added: number; changed: number; removed: number; reordered: boolean },
    examples: string,
    total: string,
  ) => {
    const parts = [
      count.added ? `dodano ${lines(count.added)}` : '',
      count.changed ? `zmieniono ${lines(count.changed)}` : '',
      count.removed ? `usunięto ${lines(count.removed)}` : '',
      count.reordered ? 'zmieniono kolejność' : '',
    ].filter((part) => part !== '');
    return `${did('change', by)} budżet: ${parts.join(', ')}${examples ? ` (między innymi ${examples})` : ''}; razem ${total}`;
  },
  documentDrafted: (by: By, kind: string, party: string | null) =>
    `${did('open', by)} projekt ${documentOf[kind] ?? 'dokumentu'}${party ? ` (${party})` : ''}`,
  documentChanged: (by: By, kind: string, what: string) =>
    `${did('change', by)} projekt ${documentOf[kind] ?? 'dokumentu'}${what ? `: ${what}` : ''}`,
  documentIssued: (by: By, kind: string, number: string) =>
    `${did('issue', by)} ${documentIssued[kind] ?? 'dokument'} nr ${number}`,
  organisationCreated: (by: By) => `${did('register', by)} organizację do rejestru`,
  organisationChanged: (by: By, what: string) => `${did('change', by)} ${what || 'dane organizacji'}`,
  denied: (what: string) => `odmowa: ${what}`,
  deniedMore: 'odmowa: dalsze odmowy w tej minucie nie są już zapisywane',
  deniedUnknown: 'czynność',
  about: (what: string, role: string | null, organisation: string | null) =>
    [what, [role, organisation].filter(Boolean).join(', ')].filter((part) => part !== '').join(': '),
} as const;
