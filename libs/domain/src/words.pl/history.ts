/** Sentences of the history of a consortium; details carry names of organisations, never of persons. */
import { plural } from './plural';

const lines = (n: number): string => `${n} ${plural(n, 'pozycję', 'pozycje', 'pozycji')}`;

const consortiumFields: Record<string, string> = {
  title: 'nazwa',
  callNo: 'numer naboru',
  periodFrom: 'początek okresu',
  periodTo: 'koniec okresu',
  legalRegime: 'podstawa prawna',
  declaredTotalGrosze: 'deklarowana wartość',
  distinctPersons: 'liczba różnych osób',
  letterOfIntentSignedOn: 'data podpisania listu intencyjnego',
  targetGroups: 'grupy docelowe',
  services: 'usługi',
  servicePoints: 'punkty usług',
  catalogueAdditions: 'usługi dodane do katalogu',
};
const memberFields: Record<string, string> = {
  tasks: 'zadania',
  similarProjects3y: 'podobne projekty',
  turnoverGrosze: 'obrót',
  votes: 'głosy',
  declaredCashGrosze: 'deklarowany wkład pieniężny',
  declaredInKindGrosze: 'deklarowany wkład rzeczowy',
};
const documentFields: Record<string, string> = {
  date: 'data',
  place: 'miejscowość',
  copies: 'liczba egzemplarzy',
  validUntil: 'termin ważności',
  note: 'uwagi',
};
const documentOf: Record<string, string> = {
  LETTER_OF_INTENT: 'listu intencyjnego',
  LETTER_OF_CONFIRMATION: 'potwierdzenia udziału',
  PARTNERSHIP_AGREEMENT: 'umowy o partnerstwie',
};
const documentIssued: Record<string, string> = {
  LETTER_OF_INTENT: 'wydano list intencyjny',
  LETTER_OF_CONFIRMATION: 'wydano potwierdzenie udziału',
  PARTNERSHIP_AGREEMENT: 'wydano umowę o partnerstwie',
};
const named = (fields: readonly string[], names: Record<string, string>): string =>
  fields.map((field) => names[field] ?? field).join(', ');

export const historyWords = {
  nobody: 'portal',
  unknownOrganisation: 'organizacja spoza rejestru',
  unknownAct: 'zmiana w konsorcjum',
  created: (title: string) => `utworzono konsorcjum „${title}”`,
  changed: (fields: readonly string[]) => `zmieniono dane konsorcjum: ${named(fields, consortiumFields)}`,
  memberAdded: (name: string, leader: boolean) => `dodano ${leader ? 'lidera' : 'członka'}: ${name}`,
  memberChanged: (name: string, fields: readonly string[]) =>
    `zmieniono dane członka (${name}): ${named(fields, memberFields)}`,
  memberLeft: (name: string, heir: string | null) =>
    `wystąpienie z konsorcjum: ${name}${heir ? `; pozycje budżetu i usługi przejmuje: ${heir}` : ''}`,
  leaderAppointed: (name: string) => `wyznaczono lidera: ${name}`,
  budgetChanged: (count: { added: number; changed: number; removed: number; reordered: boolean }, total: string) => {
    const parts = [
      count.added ? `dodano ${lines(count.added)}` : '',
      count.changed ? `zmieniono ${lines(count.changed)}` : '',
      count.removed ? `usunięto ${lines(count.removed)}` : '',
      count.reordered ? 'zmieniono kolejność' : '',
    ].filter((part) => part !== '');
    return `budżet: ${parts.join(', ')}; razem ${total}`;
  },
  documentDrafted: (kind: string, party: string | null) =>
    `otwarto projekt ${documentOf[kind] ?? 'dokumentu'}${party ? ` (${party})` : ''}`,
  documentChanged: (kind: string, fields: readonly string[]) =>
    `zmieniono projekt ${documentOf[kind] ?? 'dokumentu'}: ${named(fields, documentFields)}`,
  documentIssued: (kind: string, number: string) => `${documentIssued[kind] ?? 'wydano dokument'} nr ${number}`,
} as const;
