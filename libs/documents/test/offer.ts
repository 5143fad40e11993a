import {
  beginOffer,
  flatten,
  OFFER_FORM,
  offerDocument,
  readSheet,
  type OfferAbout,
  type SheetValue,
} from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import type { OfferPrint } from '../src/builders/offer';
import type { ReceiptPrint } from '../src/builders/receipt';

const uuid = (kind: string, n: number): string => `${kind.repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const hash = (digit: string): string => digit.repeat(64);

/** Offer A of the Sopot case as its sheet would have it, with a text in every field that people write freely. */
export function sopotOffer(
  more: Partial<OfferPrint> = {},
  change: Readonly<Record<string, SheetValue>> = {},
): OfferPrint {
  const ids = new Map(sopotFacts().members.map(({ id }, i) => [id, uuid('a', i + 1)]));
  const facts = renamed(sopotFacts(), ids);
  const ruleSet = sopotRuleSet();
  const call = {
    number: 'LC/2264/2015/01',
    edition: 2,
    sha256: hash('c'),
    teryt: '2264011',
    capGrosze: 40_000_000,
    periodFrom: '2015-07-01',
    periodTo: '2016-06-30',
    legalRegime: 'OWN_REGULATIONS',
    memberSectors: [],
    ruleSet,
    deadlineAt: '2015-03-31T13:30:00.000Z',
    title: 'Lokalne Centrum w Sopocie',
    municipality: 'Gmina Miasta Sopotu',
  };
  const about: OfferAbout = {
    call,
    consortium: { id: uuid('b', 1), title: facts.title },
    members: facts.members.map((member) => ({ ...member, organisationId: uuid('d', 1) })),
    attachments: [
      {
        id: uuid('e', 1),
        member: ids.get('M2') ?? '',
        name: 'statut.pdf',
        about: 'statut fundacji',
        mediaType: 'application/pdf',
        size: 1_234_567,
        sha256: hash('1'),
      },
    ],
    papers: [{ kind: 'LETTER_OF_INTENT', number: 'LI/2264/2015/01', sha256: hash('2'), issuedOn: '2015-03-05' }],
    unread: [],
  };
  let last = 0;
  const begun = beginOffer(facts, call, () => uuid('f', (last += 1)));
  const contents = readSheet(OFFER_FORM, { ...filled(begun), ...EXTRA, ...change });
  return {
    document: offerDocument(uuid('9', 1), contents, about),
    sha256: hash('7'),
    date: '2015-03-20',
    call,
    receipt: null,
    confirmations: [],
    ...more,
  };
}

/** Values by path of what the begun offer does not bring. */
const EXTRA: Readonly<Record<string, SheetValue>> = {
  'basics.summary': 'Streszczenie oferty.\n\nDrugi akapit streszczenia.',
  'basics.officeEmail': 'biuro@example.org',
  'partnership.formation': 'Partnerstwo powstało po otwartym spotkaniu.',
  'groups.recruitment': 'Rekrutacja otwarta przez cały rok.',
  'places.justification': 'Teren o ponadprzeciętnym bezrobociu.',
  [`places.criteria.${uuid('5', 1)}`]: 1,
  [`places.criteria.${uuid('5', 1)}.criterion`]: 'UNEMPLOYMENT_STRUCTURE',
  [`places.criteria.${uuid('5', 1)}.name`]: 'stopa bezrobocia długotrwałego',
  [`places.criteria.${uuid('5', 1)}.value`]: '41,2',
  [`places.criteria.${uuid('5', 1)}.unit`]: '%',
  [`places.criteria.${uuid('5', 1)}.source`]: 'Powiatowy Urząd Pracy',
  [`places.criteria.${uuid('5', 1)}.year`]: 2014,
  'indicators.results': 'Więcej osób wraca na rynek pracy.',
  [`indicators.list.${uuid('6', 1)}`]: 1,
  [`indicators.list.${uuid('6', 1)}.kind`]: 'OUTPUT',
  [`indicators.list.${uuid('6', 1)}.name`]: 'liczba osób objętych wsparciem',
  [`indicators.list.${uuid('6', 1)}.unit`]: 'osoba',
  [`indicators.list.${uuid('6', 1)}.target`]: 9_000,
};

const filled = (begun: Readonly<Record<string, SheetValue>>): Readonly<Record<string, SheetValue>> =>
  Object.fromEntries(
    Object.entries(begun).flatMap(([path, value]): [string, SheetValue][] =>
      path.startsWith('declarations.members.') && typeof value === 'number'
        ? [
            [path, value],
            [`${path}.statutory`, true],
            [`${path}.truth`, false],
            [`${path}.remarks`, 'Bez uwag.'],
          ]
        : [[path, value]],
    ),
  );

/** The same facts with other ids of members: the sheet names members by UUID. */
function renamed<Facts>(facts: Facts, ids: ReadonlyMap<string, string>): Facts {
  const swap = (_: string, value: unknown): unknown => (typeof value === 'string' ? (ids.get(value) ?? value) : value);
  return JSON.parse(JSON.stringify(facts, swap)) as Facts;
}

/** Values of a document's sheet, as they went in. */
export const valuesOf = ({ document }: OfferPrint): Record<string, SheetValue> =>
  flatten(OFFER_FORM, document.contents);

export const sopotReceipt = (more: Partial<ReceiptPrint['receipt']> = {}): ReceiptPrint => ({
  receipt: {
    number: 'LC/2264/2015/01/0007',
    kind: 'SUBMISSION',
    callNumber: 'LC/2264/2015/01',
    edition: 2,
    consortium: 'Kompas Sopocki',
    leader: 'Stowarzyszenie „Kompas”',
    receivedAt: '2015-03-31T13:29:59.412Z',
    deadlineAt: '2015-03-31T13:30:00.000Z',
    lateMs: 0,
    sha256: hash('7'),
    seal: { batch: 12, hash: hash('8') },
    replaces: null,
    receiptSha256: hash('9'),
    journalled: true,
    ...more,
  },
  verifyAddress: 'https://portal.example/sprawdz',
  verifyLink: 'https://portal.example/sprawdz#LC/2264/2015/01/0007',
});
