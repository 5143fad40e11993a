import { sampleOffers } from '@zit/sample';
import fc from 'fast-check';
import { aboutOf, counter, memberId } from '../../test/sample-offer';
import { canonicalJson } from '../document/canonical-json';
import type { FieldKind, SheetForm, SheetValue, SheetValues } from '../sheet/form';
import { readSheet } from '../sheet/read-sheet';
import { kindAt } from '../sheet/sheet-path';
import { coverDifferences } from './cover-differences';
import type { OfferAbout } from './offer-about';
import { coverOf, digestPaths, offerDocument, type OfferDocumentFacts } from './offer-document';
import { OFFER_FORM } from './offer-form';
import { memberOfItemIn, ownerOf } from './ownership';

const [A] = sampleOffers({ from: '2015-07-01', to: '2016-06-30' });
if (!A) throw new RangeError('no offer A');
const FORM: SheetForm = OFFER_FORM;
const plainAbout = aboutOf(A.consortium);
const ids = plainAbout.members.map(({ id }) => id);
const [leader = '', second = '', third = ''] = ids;
const newId = counter(700);
const file = (member: string): OfferAbout['attachments'][number] => ({
  id: newId(),
  member,
  name: 'statut.pdf',
  about: 'statut',
  mediaType: 'application/pdf',
  size: 1_200,
  sha256: 'd'.repeat(64),
});
const about: OfferAbout = { ...plainAbout, attachments: ids.map(file) };
const values = A.values(memberId);
const OFFER_ID = newId();
const documentOf = (from: SheetValues, around = about): OfferDocumentFacts =>
  offerDocument(OFFER_ID, readSheet(OFFER_FORM, from), around);
const before = documentOf(values);

const covers = new Map(ids.map((id) => [id, coverOf(before, id)]));
/** Members whose cover is another one. */
const voided = (after: OfferDocumentFacts): string[] => ids.filter((id) => covers.get(id) !== coverOf(after, id));
/** Told in words exactly to those whose cover is another one. */
const told = (after: OfferDocumentFacts): string[] =>
  ids.filter((id) => coverDifferences(before, after, id).length > 0);

/** The smallest change of a value that its kind still reads. */
function nudged(kind: FieldKind, value: SheetValue): SheetValue {
  if (typeof value === 'number') return value > 0 ? value - 1 : value + 1;
  if (typeof value === 'boolean') return !value;
  if (kind.is === 'choice') return kind.of.find((code) => code !== value) ?? null;
  if (kind.is === 'choices') return kind.of.slice(0, 1);
  if (kind.is === 'date') return value === '2016-01-01' ? '2016-01-02' : '2016-01-01';
  if (kind.is === 'item' || kind.is === 'member') return null;
  const text = typeof value === 'string' ? value : '';
  return text.length > 1 ? text.slice(0, -1) : `${text}x`;
}

const fields = Object.keys(values).filter((path) => !path.endsWith('.member') && kindAt(FORM, path)?.is !== 'place');
const emptyFields = ids.flatMap((id) => [
  `experience.members.${id}.turnoverGrosze`,
  `declarations.members.${id}.remarks`,
]);
const anyField = fc.constantFrom(...fields, ...emptyFields, 'services.list', 'basics.officePhone');
const memberOfItem = memberOfItemIn(values, new Set(ids));

describe('one confirmed document', () => {
  it('is the same however its parts came, and has no contacts and no order of chance', () => {
    const turned: OfferAbout = {
      ...about,
      members: [...about.members].reverse().map((member) => ({
        ...member,
        version: 7,
        representation: [...member.representation].reverse(),
      })),
      attachments: [...about.attachments].reverse(),
      papers: [...about.papers].reverse(),
    };
    expect(canonicalJson(documentOf(values, turned))).toBe(canonicalJson(before));
    expect(before.members[0]).toMatchObject({ id: leader, email: null, phone: null, tasks: [], similarProjects3y: 2 });
    expect(before.members[3]).toMatchObject({ declaredCashGrosze: 2_850_000, declaredInKindGrosze: 2_100_000 });
  });

  it('a change of one character voids exactly the cover of whose field it is and the leader’s, and says so in words', () => {
    fc.assert(
      fc.property(anyField, (path) => {
        const kind = kindAt(FORM, path);
        if (!kind || kind.is === 'place') return;
        const after = documentOf({ ...values, [path]: nudged(kind, values[path] ?? null) });
        const owner = ownerOf(path, memberOfItem);
        const expected = owner?.is === 'MEMBER' ? ids.filter((id) => id === leader || id === owner.member) : ids;
        expect(voided(after)).toEqual(expected);
        expect(told(after)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  }, 180_000);

  it('names the very field that differs, by the digest of each', () => {
    fc.assert(
      fc.property(anyField, (path) => {
        const kind = kindAt(FORM, path);
        if (!kind || kind.is === 'place') return;
        const after = new Map(digestPaths(documentOf({ ...values, [path]: nudged(kind, values[path] ?? null) })));
        const was = new Map(digestPaths(before));
        const differing = [...after.keys()].filter((at) => at.startsWith('contents.') && after.get(at) !== was.get(at));
        expect(differing).toEqual([`contents.${path}`]);
        expect([...after.keys()]).toEqual([...was.keys()]);
      }),
      { numRuns: 60 },
    );
  }, 180_000);

  it('every leaf is there once: two documents with the same leaves are the same', () => {
    const leaves = digestPaths(before);
    expect(new Set(leaves.map(([path]) => path)).size).toBe(leaves.length);
    const lines = Object.keys(values).filter((path) => /^budget\.lines\.[^.]+$/.test(path));
    const [one = '', other = ''] = lines;
    const moved = documentOf({ ...values, [one]: values[other] ?? null, [other]: values[one] ?? null });
    const changed = digestPaths(moved).filter(
      ([path, leaf], index) => leaves[index]?.[0] !== path || leaves[index]?.[1] !== leaf,
    );
    expect(changed.map(([path]) => path)).toContain('contents.budget.lines');
    expect(canonicalJson(moved)).not.toBe(canonicalJson(before));
  });
});

describe('what else is covered', () => {
  const member = (id: string, change: object): OfferAbout => ({
    ...about,
    members: about.members.map((each) => (each.id === id ? { ...each, ...change } : each)),
  });
  const attached = (change: (file: OfferAbout['attachments'][number]) => object): OfferAbout => ({
    ...about,
    attachments: about.attachments.map((each) => (each.member === second ? { ...each, ...change(each) } : each)),
  });
  it.each<[string, OfferAbout, string[], string]>([
    ['its entry in the register', member(second, { address: 'ul. Nowa 1' }), [leader, second], 'adres'],
    ['who represents it', member(third, { representation: [] }), [leader, third], 'reprezentacja'],
    ['its attachment', attached(() => ({ sha256: 'e'.repeat(64) })), [leader, second], 'treść'],
    ['another edition of the call', { ...about, call: { ...about.call, edition: 2 } }, ids, 'wersja ogłoszenia'],
    ['the consortium’s name', { ...about, consortium: { ...about.consortium, title: 'Busola' } }, ids, 'nazwa'],
    ['another letter', { ...about, papers: about.papers.slice(1) }, ids, 'List'],
    ['another leader', member(leader, { role: 'PARTNER' }), ids, 'rola'],
    ['votes', member(third, { votes: 2 }), ids, 'liczba głosów'],
    ['a contact is not', member(second, { email: 'inny@przystan.example', phone: null }), [], ''],
  ])('%s', (_, around, expected, label) => {
    const after = documentOf(values, around);
    expect(voided(after)).toEqual(expected);
    expect(told(after)).toEqual(expected);
    const [first] = expected;
    if (first) expect(coverDifferences(before, after, first)[0]?.label).toContain(label);
  });
  it('a member who left: what was its own becomes everybody’s to see', () => {
    const left = { ...about, members: about.members.slice(0, 4) };
    const after = documentOf(values, left);
    expect(voided(after)).toEqual(ids);
    const [first] = coverDifferences(before, after, second);
    expect(first).toEqual({ label: 'Konsorcjum: członek', before: '„Molo Praca” sp. z o.o.', after: null });
  });
  it('a line that changes hands is told to both, by name', () => {
    const [path = ''] =
      Object.entries(values).find(([at, value]) => at.startsWith('budget.lines') && value === third) ?? [];
    const after = documentOf({ ...values, [path]: second });
    expect(voided(after)).toEqual([leader, second, third]);
    expect(coverDifferences(before, after, leader)).toEqual([
      {
        label: 'Budżet: animacja, członek konsorcjum',
        before: 'Stowarzyszenie „Sąsiedzi z Górki”',
        after: 'Fundacja „Przystań Integracji”',
      },
    ]);
    expect(coverDifferences(before, after, third)).toMatchObject([{ label: 'Budżet: pozycja', after: null }]);
  });
});
