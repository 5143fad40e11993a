import { calendarWords } from './calendar';
import { counted, plural } from './plural';
import { ruleSources, ruleTitles } from './rule-sources';
import { ended } from './sentence';

/** Sums and shares come already written out (`49 500,00 zł`, `14,99 %`); counts come as numbers. */
type Amount = string;
type Percent = string;

const ngos = (count: number) =>
  counted(count, 'organizację pozarządową', 'organizacje pozarządowe', 'organizacji pozarządowych');
const ngosMissing = (count: number) =>
  counted(count, 'organizacji pozarządowej', 'organizacji pozarządowych', 'organizacji pozarządowych');
const members = (count: number) => counted(count, 'członek', 'członkowie', 'członków');
const membersAccusative = (count: number) => counted(count, 'członka', 'członków', 'członków');
const votes = (count: number) => counted(count, 'głos', 'głosy', 'głosów');
const votesMissing = (count: number) => counted(count, 'głosu', 'głosów', 'głosów');
const projects = (count: number) => counted(count, 'podobny projekt', 'podobne projekty', 'podobnych projektów');
const years = (count: number) => plural(count, 'ostatniego roku', 'ostatnich lat', 'ostatnich lat');
const lines = (count: number) => counted(count, 'pozycja', 'pozycje', 'pozycji');
const inLines = (numbers: readonly string[]) =>
  numbers.length <= 4 ? numbers.join(', ') : `${numbers.slice(0, 3).join(', ')} i ${numbers.length - 3} innych`;
const fromLines = (numbers: readonly string[]) =>
  `${plural(numbers.length, 'z pozycji', 'z pozycji', 'z pozycji')} ${inLines(numbers)}`;

const sectorAdd = {
  NGO: 'dodaj organizację pozarządową',
  JST: 'dodaj jednostkę samorządu terytorialnego',
  BUSINESS: 'dodaj przedsiębiorcę',
} as const;

const sectorMissing = {
  NGO: 'W konsorcjum brak organizacji pozarządowej.',
  JST: 'W konsorcjum brak JST (jednostki samorządu terytorialnego lub jej instytucji).',
  BUSINESS: 'W konsorcjum brak przedsiębiorcy (biznesu).',
} as const;

const sectorPresent = {
  NGO: 'organizacji pozarządowych',
  JST: 'samorządu',
  BUSINESS: 'biznesu',
} as const;

/** „z 5 członków”, „z 1 głosu”, „z 330 000,00 zł budżetu” */
const measureIn = {
  MEMBER_COUNT: (whole: number) => plural(whole, 'członka', 'członków', 'członków'),
  BUDGET: () => 'budżetu',
  ZIT: () => 'środków ZIT',
  VOTES: (whole: number) => plural(whole, 'głosu', 'głosów', 'głosów'),
} as const;

type Measure = keyof typeof measureIn;

const required = (share: Percent, inclusive: boolean) =>
  `${inclusive ? 'wymagane co najmniej' : 'wymagane więcej niż'} ${share}`;

const ngo = {
  measure: {
    MEMBER_COUNT: 'liczba członków',
    BUDGET: 'udział w budżecie',
    ZIT: 'udział w środkach ZIT',
    VOTES: 'głosy w radzie partnerstwa',
  },
  share: (
    measure: Measure,
    [part, whole]: readonly [part: string, whole: string],
    members: number,
    share: Percent,
    need: Percent,
    inclusive: boolean,
    missing: string | null,
  ) =>
    `Organizacje pozarządowe ${measure === 'MEMBER_COUNT' ? 'stanowią' : 'mają'} ${part} z ${whole} ${measureIn[measure](members)} (${share}); ` +
    `${required(need, inclusive)}${missing === null ? '' : `, brakuje ${missing}`}.`,
  nobody: 'Konsorcjum nie ma jeszcze członków; brakuje 1\u00a0organizacji pozarządowej.',
  noMoney: 'Udziału organizacji pozarządowych w pieniądzach nie można policzyć, dopóki budżet nie ma pozycji.',
  missing: ngosMissing,
  missingVotes: votesMissing,
  add: (count: number) => `dodaj ${ngos(count)}`,
  replace: (count: number, leaving: readonly string[]) =>
    `${count > 0 ? `dodaj ${ngos(count)} w miejsce: ` : 'wyłącz: '}${leaving.join(', ')}`,
  move: (amount: Amount, numbers: readonly string[], to: string | null) =>
    `przenieś ${amount} ${fromLines(numbers)} do ${to === null ? 'nowej organizacji pozarządowej' : `organizacji pozarządowej: ${to}`}`,
  raiseVotes: (name: string, count: number) => `ustaw ${votes(count)}: ${name}`,
  dropVotes: 'odbierz głosy członkom spoza organizacji pozarządowych',
} as const;

const own = {
  share: (actual: Amount, share: Percent, need: Amount, percent: Percent, jstOnly: boolean, missing: Amount | null) =>
    `Wkład własny${jstOnly ? ' samorządu' : ''} wynosi ${actual} (${share}); wymagane co najmniej ${need} (${percent})` +
    `${missing === null ? '' : `, brakuje ${missing}`}.`,
  inKind: (actual: Amount, share: Percent, limit: Amount, percent: Percent, over: Amount | null) =>
    `Wkład rzeczowy wynosi ${actual} (${share} wkładu własnego); dopuszczalne najwyżej ${limit} (${percent})` +
    `${over === null ? '' : `, za dużo o ${over}`}.`,
  noMoney: 'Wkładu własnego nie można policzyć, dopóki nie są znane koszty.',
  noProvider: 'Nie wiadomo, kto wnosi wkład własny; wymagany jest wkład samorządu.',
  raise: (amount: Amount, numbers: readonly string[], by: string | null) =>
    `zwiększ wkład własny o ${amount} (${fromLines(numbers)}; wnosi: ${by ?? 'nowy partner samorządowy'})`,
  raiseDeclared: (amount: Amount) => `zwiększ wkład własny o ${amount}`,
  inCash: (amount: Amount, numbers: readonly string[]) =>
    `zamień ${amount} wkładu rzeczowego na pieniężny (${fromLines(numbers)})`,
} as const;

const composition = {
  missing: (sector: keyof typeof sectorMissing, onlyExpected: boolean) =>
    onlyExpected ? `${sectorMissing[sector]} Nie jest to wymagane, ale oczekiwane.` : sectorMissing[sector],
  present: (sector: keyof typeof sectorPresent, count: number) =>
    `Konsorcjum obejmuje przedstawicieli ${sectorPresent[sector]} (${count}).`,
  add: (sector: keyof typeof sectorAdd) => sectorAdd[sector],
} as const;

const size = {
  min: (count: number, need: number) => `Konsorcjum ma ${membersAccusative(count)}; wymagane co najmniej ${need}.`,
  max: (count: number, limit: number) => `Konsorcjum ma ${membersAccusative(count)}; dopuszczalne najwyżej ${limit}.`,
  add: (count: number) => `dodaj ${membersAccusative(count)}`,
  remove: (names: readonly string[]) => `wyłącz z konsorcjum: ${names.join(', ')}`,
} as const;

const leader = {
  one: (name: string) => ended(`Konsorcjum ma jednego lidera: ${name}`),
  none: 'Konsorcjum nie ma lidera; wymagany jest dokładnie jeden.',
  many: (count: number) =>
    `Konsorcjum ma ${counted(count, 'lidera', 'liderów', 'liderów')}; wymagany jest dokładnie jeden.`,
  unknown: 'Członkowie są znani tylko z sektora, więc nie wiadomo, kto jest liderem.',
  sector: (name: string, sector: string, allowed: readonly string[], right: boolean) =>
    right
      ? `Lider (${name}) to ${sector}; dopuszczone: ${allowed.join(', ')}.`
      : `Liderem nie może być ${sector} (${name}); dopuszczone: ${allowed.join(', ')}.`,
  experience: (name: string, count: number, need: number, ofYears: number) =>
    `Lider (${name}) ma ${projects(count)} z ${ofYears} ${years(ofYears)}; wymagane co najmniej ${need}.`,
  experienceUnknown: (name: string, need: number, ofYears: number) =>
    `Nie podano, ile podobnych projektów z ${ofYears} ${years(ofYears)} ma lider (${name}); wymagane co najmniej ${need}.`,
  turnover: (name: string, amount: Amount, need: Amount) =>
    `Obrót lidera (${name}) wynosi ${amount}; wymagane co najmniej ${need}.`,
  turnoverUnknown: (name: string, need: Amount) => `Nie podano obrotu lidera (${name}); wymagane co najmniej ${need}.`,
  turnoverNoBudget: 'Wymaganego obrotu lidera nie można policzyć, dopóki nie są znane koszty.',
  appoint: (name: string) => `wyznacz lidera: ${name}`,
  appointAndFill: (name: string) => `wyznacz lidera: ${name}, i uzupełnij dane o potencjale`,
  add: 'dodaj nowego lidera, który spełnia wymagania',
  fillExperience: (name: string) => `podaj liczbę podobnych projektów: ${name}`,
  fillTurnover: (name: string) => `podaj obrót za ostatni zamknięty rok: ${name}`,
} as const;

const cap = {
  total: (actual: Amount, limit: Amount, over: Amount | null) =>
    `Koszt całkowity wynosi ${actual}; dopuszczalne najwyżej ${limit}${over === null ? '' : `, za dużo o ${over}`}.`,
  zit: (actual: Amount, share: Percent, limit: Amount, percent: Percent, over: Amount | null) =>
    `Środki ZIT wynoszą ${actual} (${share}); dopuszczalne najwyżej ${limit} (${percent})${over === null ? '' : `, za dużo o ${over}`}.`,
  noMoney: 'Limitu kosztów nie można sprawdzić, dopóki nie są znane koszty.',
  noZit: 'Udziału ZIT nie można sprawdzić, dopóki nie jest znana kwota ZIT.',
  reduce: (no: string, amount: Amount) => `zmniejsz pozycję ${no} o ${amount}`,
  reduceMany: (amount: Amount, numbers: readonly string[]) => `zmniejsz koszt o ${amount} (${fromLines(numbers)})`,
  reduceDeclared: (amount: Amount) => `zmniejsz koszt całkowity o ${amount}`,
  moveToOwn: (amount: Amount, numbers: readonly string[], by: string | null) =>
    `pokryj ${amount} z wkładu własnego zamiast ZIT (${fromLines(numbers)}; wnosi: ${by ?? 'nowy partner samorządowy'})`,
  moveToOwnDeclared: (amount: Amount) => `pokryj ${amount} z wkładu własnego zamiast ZIT`,
} as const;

const period = {
  length: (actual: string, need: number, right: boolean) =>
    `Okres realizacji trwa ${actual}; ${right ? 'tyle, ile wymaga nabór' : `wymagane ${calendarWords.months(need)}`}.`,
  exact: calendarWords.months,
  uneven: (months: number, days: number) =>
    [months > 0 ? calendarWords.months(months) : null, days > 0 ? calendarWords.days(days) : null]
      .filter(Boolean)
      .join(' i ') || '0\u00a0dni',
  backwards: 'Okres realizacji kończy się wcześniej, niż się zaczyna.',
  none: (need: number) => `Okres realizacji nie jest wybrany; ma trwać ${calendarWords.months(need)}.`,
  set: (from: string, to: string) => `ustaw okres od ${from} do ${to}`,
} as const;

const area = {
  covered: (name: string) => `Obszar „${name}” jest objęty.`,
  missing: (name: string) => `Brak usług w obszarze „${name}”; wymagane są oba obszary.`,
  nothing: 'Obszarów nie można sprawdzić, dopóki nie ma usług ani pozycji budżetu.',
  add: (name: string) => `dodaj pozycję w obszarze „${name}”`,
} as const;

const ids = {
  right: (count: number) => `Identyfikatory są poprawne, a każdy podmiot występuje raz (${members(count)}).`,
  wrong: (name: string, kind: string, value: string, why: string) => `${name}: ${kind} ${value} jest błędny. ${why}`,
  missing: (name: string) => `${name}: nie podano NIP, REGON ani KRS.`,
  duplicate: (name: string, other: string) =>
    `${name} i ${other} to ten sam podmiot prawny; w konsorcjum może być raz.`,
  unit: (name: string, other: string) =>
    `${name} nie ma osobowości prawnej i jest tym samym podmiotem co ${other}; w konsorcjum może być raz.`,
  anonymous: (count: number) => `Identyfikatory nie są znane: ${membersAccusative(count)} znamy tylko z sektora.`,
  noMember: 'Nie wskazano członka, którego dotyczy list potwierdzający.',
  fill: (kind: string, name: string) => `popraw ${kind}: ${name}`,
  fillMissing: (name: string) => `podaj NIP: ${name}`,
  remove: (name: string, heir: string) => `usuń powtórzony wpis: ${name} (pozycje i zadania przejmie ${heir})`,
} as const;

const sum = {
  empty: 'Budżet nie ma żadnej pozycji.',
  addLine: 'dodaj pierwszą pozycję budżetu',
  right: (total: Amount, count: number) => `${lines(count)}: ilość × cena zgadza się w każdej; razem ${total}.`,
  field: { TOTAL: 'koszt całkowity', ZIT: 'ZIT', OWN: 'wkład własny' },
  equal: (field: 'TOTAL' | 'ZIT' | 'OWN', amount: Amount) =>
    `${{ TOTAL: 'Koszt całkowity', ZIT: 'Kwota ZIT', OWN: 'Wkład własny' }[field]} z pozycji równa się zadeklarowanej kwocie ${amount}.`,
  different: (field: 'TOTAL' | 'ZIT' | 'OWN', actual: Amount, declared: Amount, difference: Amount) =>
    `${{ TOTAL: 'Pozycje', ZIT: 'Pozycje ZIT', OWN: 'Pozycje wkładu własnego' }[field]} sumują się do ${actual}, a zadeklarowano ${declared} (${difference}).`,
  partsOver: (parts: Amount, total: Amount) =>
    `ZIT i wkład własny to razem ${parts}, więcej niż koszt całkowity ${total}.`,
  declare: (field: 'TOTAL' | 'ZIT' | 'OWN', amount: Amount) =>
    `zmień zadeklarowaną kwotę (${{ TOTAL: 'koszt całkowity', ZIT: 'ZIT', OWN: 'wkład własny' }[field]}) na ${amount}`,
  line: (no: string, actual: Amount, expected: Amount) =>
    `Pozycja ${no}: kwota ${actual} nie równa się ilość × cena = ${expected}.`,
  lineTooLarge: (no: string, actual: Amount) =>
    `Pozycja ${no}: kwota ${actual} nie równa się ilość × cena, a iloczyn przekracza dopuszczalną kwotę.`,
  setLine: (no: string, amount: Amount) => `ustaw kwotę pozycji ${no} na ${amount}`,
  orphan: (no: string) => `Pozycja ${no} należy do kogoś, kogo nie ma w konsorcjum.`,
  adopt: (no: string, name: string) => `przypisz pozycję ${no}: ${name}`,
  noLines: 'Sum nie można sprawdzić, bo nie ma pozycji budżetu.',
} as const;

const service = {
  right: 'Wszystkie usługi są w katalogu i w swoich obszarach.',
  nothing: 'Katalogu usług nie można sprawdzić, dopóki nie ma usług ani pozycji budżetu.',
  unknownLine: (no: string, code: string) => `Pozycja ${no}: usługi ${code} nie ma w katalogu tego naboru.`,
  unknownPlan: (code: string) => `Usługi ${code} nie ma w katalogu tego naboru.`,
  wrongArea: (no: string, name: string, right: string) =>
    `Pozycja ${no}: usługa „${name}” należy do obszaru „${right}”.`,
  fillItem: (no: string) => `wybierz usługę z katalogu dla pozycji ${no}`,
  drop: (code: string) => `usuń usługę ${code} z planu`,
  setArea: (no: string, right: string) => `przenieś pozycję ${no} do obszaru „${right}”`,
} as const;

const double = {
  none: 'Żaden członek nie wycenia tej samej usługi w obu obszarach.',
  pair: (name: string, one: string, other: string, numbers: readonly string[]) =>
    `${name} wycenia w obu obszarach tę samą usługę (${one === other ? `„${one}”` : `„${one}” i „${other}”`}, pozycje ${inLines(numbers)}); ` +
    'uzasadnij, że nie jest to podwójne finansowanie.',
  justified: (name: string, one: string) => `${name} wycenia usługę „${one}” w obu obszarach i podaje uzasadnienie.`,
  noLines: 'Podwójnego finansowania nie można sprawdzić, bo nie ma pozycji budżetu.',
  fill: (no: string) => `uzasadnij pozycję ${no}`,
} as const;

const valuation = {
  right: (count: number) => `Wkład rzeczowy ma podany sposób wyceny (${lines(count)}).`,
  none: 'Budżet nie ma wkładu rzeczowego.',
  missing: (no: string) => `Pozycja ${no}: wkład rzeczowy nie ma podanego sposobu wyceny.`,
  noLines: 'Wyceny wkładu rzeczowego nie można sprawdzić, bo nie ma pozycji budżetu.',
  fill: (no: string) => `podaj sposób wyceny pozycji ${no}`,
} as const;

const regime = {
  act: {
    PARTNER_2006_ART28A: 'ustawa z 6 grudnia 2006 r. o zasadach prowadzenia polityki rozwoju, art. 28a',
    PARTNER_2014_ART33: 'ustawa z 11 lipca 2014 r., art. 33',
    PARTNER_2022_ART39: 'ustawa z 28 kwietnia 2022 r., art. 39',
    GRANT_PROJECT: 'ustawa z 11 lipca 2014 r., art. 35',
    PUBLIC_BENEFIT_COMPETITION: 'ustawa z 24 kwietnia 2003 r. o działalności pożytku publicznego i o wolontariacie',
    REGRANTING_16A: 'ustawa z 24 kwietnia 2003 r., art. 16a',
    OWN_REGULATIONS: 'regulamin przyjęty przez partnerstwo',
  },
  right: (act: string, date: string) => `Podstawa prawna (${act}) pasuje do daty ${date}.`,
  tooEarly: (act: string, date: string) =>
    `Dokument z datą ${date} nie może powoływać się na przepis, którego jeszcze nie było: ${act}.`,
  notInForce: (act: string, date: string, from: string) =>
    `W dniu ${date} przepis był uchwalony, ale jeszcze nie obowiązywał (obowiązuje od ${from}): ${act}.`,
  noDate: 'Podstawa prawna zostanie sprawdzona z datą dokumentu.',
  parties: (names: readonly string[]) =>
    `Ofertę wspólną w otwartym konkursie ofert mogą złożyć tylko organizacje pozarządowe i podmioty z nimi zrównane; nie mogą: ${inLines(names)}.`,
  partiesRight: 'Wszyscy członkowie mogą złożyć ofertę wspólną w otwartym konkursie ofert.',
  set: (name: string) => `zmień podstawę prawną: ${name}`,
} as const;

export const ruleWords = {
  title: ruleTitles,
  source: ruleSources,
  ngo,
  own,
  composition,
  size,
  leader,
  cap,
  period,
  area,
  ids,
  sum,
  service,
  double,
  valuation,
  regime,
} as const;
