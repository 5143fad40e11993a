import type { BudgetLineResponse } from '@zit/contracts';
import type { MemberFacts } from '@zit/domain';
import { listsOf } from './sheet-lists';
import { fieldsOf, lineFrom, type LineStart, type Lines, type SheetLine } from './sheet';

const member = (id: string, name: string, nip: string): MemberFacts => ({
  id,
  name,
  nip,
  sector: 'NGO',
  role: id === 'M1' ? 'LEADER' : 'PARTNER',
  legalForm: null,
  regon: null,
  krs: null,
  unitOfNip: null,
  address: null,
  seatTeryt: null,
  email: null,
  phone: null,
  representation: [],
  tasks: [],
  similarProjects3y: null,
  turnoverGrosze: null,
  votes: 1,
  declaredCashGrosze: null,
  declaredInKindGrosze: null,
});

/** The five members of the Sopot case. */
export const sopotMembers: MemberFacts[] = [
  member('M1', 'Stowarzyszenie „Kompas”', '9990000014'),
  member('M2', 'Fundacja „Przystań Integracji”', '9990000020'),
  member('M3', 'Stowarzyszenie „Sąsiedzi z Górki”', '9990000037'),
  member('M4', 'Gmina Miasta Sopotu', '9990000043'),
  member('M5', '„Molo Praca” sp. z o.o.', '9990000066'),
];

export const sopotLists = listsOf({ members: sopotMembers, catalogueAdditions: [], categories: [] });

export const start: LineStart = { category: 'C1', area: 'CROSS', member: 'M1', source: 'ZIT' };

/** The 16 lines of the Sopot case as an officer has them in a spreadsheet: heads, Polish names, Polish decimals. */
export const SOPOT_TSV = `Lp.\tKategoria\tObszar\tUsługa\tPartner\tŹródło finansowania\tIlość\tCena\tKwota\tWycena
L01\tC1\tWspólne dla obu obszarów\tkoordynator\tStowarzyszenie „Kompas”\tZIT\t12\t3 500,00\t42 000,00\t
L02\tC1\tUsługi społeczne\tSS_ANIMATION\tStowarzyszenie Sąsiedzi z Górki\tZIT\t12\t2 500,00\t30 000,00\t
L03\tC2\tWłączenie na rynek pracy\tdoradztwo zawodowe\tM1\tZIT\t480\t70,00\t33 600,00\t
L04\tdoradztwo i pośrednictwo\trynek pracy\ttrenerzy pracy\tFundacja „Przystań Integracji”\tZIT\t300\t70,00\t21 000,00\t
L05\tC2\t1\tcoaching\tM2\tZIT\t120\t90\t10 800,00 zł\t
L06\tC3\t1\tszkolenia\t"„Molo Praca” sp. z o.o."\tdotacja\t20\t1500\t30 000,00\t
L07\tC4\t1\tstaże\tgmina miasta sopotu\twkład własny pieniężny\t30\t950,00\t28 500,00\t
L08\tC4\t1\topiekunowie staży\tM5\tZIT\t10\t1 000,00\t10 000,00\t
L09\tC2\t1\tLM_SHORT_TERM_PLACEMENT\tM5\tZIT\t12\t1 500,00\t18 000,00\t
L10\tC5\t2\tporadnictwo prawne\tM1\tZIT\t240\t80,00\t19 200,00\t
L11\tC5\t2\tporadnictwo psychologiczne\t9990000020\tZIT\t300\t80,00\t24 000,00\t
L12\tC6\t2\tSS_NEIGHBOUR_CLUBS\tM3\tZIT\t12\t1 600,00\t19 200,00\t
L13\tC6\t2\twspieranie inicjatyw mieszkańców\tM3\tZIT\t8\t1 000,00\t8 000,00\t
L14\tC7\tx\tlokal (cennik wynajmu)\tM4\twkład własny rzeczowy\t12\t1 750,00\t21 000,00\tcennik wynajmu lokali gminy
L15\tC7\tx\tmedia, materiały\tM4\tZIT\t12\t625,00\t7 500,00\t
L16\tC8\tx\tinformacja i promocja\tM1\tZIT\t12\t600,00\t7 200,00\t
`;

/** Identities in the order in which they are asked for. */
export function ids(prefix = 'n'): () => string {
  let n = 0;
  return () => `${prefix}${++n}`;
}

export const aLine = (id: string, more: Partial<SheetLine> = {}): SheetLine => ({
  ...lineFrom({
    id,
    category: 'C1',
    area: 'CROSS',
    item: `pozycja ${id}`,
    member: 'M1',
    source: 'ZIT',
    unit: null,
    quantity: 2,
    unitPriceGrosze: 10_000,
    amountGrosze: 20_000,
    valuation: null,
    justification: null,
  }),
  ...more,
});

/** The same lines as the server has them. */
export const rows = (lines: Lines): BudgetLineResponse[] =>
  lines.map((line, i) => ({
    id: line.id,
    version: 1,
    no: `L${String(i + 1).padStart(2, '0')}`,
    ...fieldsOf(line),
  }));
