import { mayWrite, memberOfItemIn, OFFER_FORM, readSheet, type SheetValue } from '@zit/domain';
import { changesFromFile, offerFileIn, type FileReader } from './offer-file-changes';
import { lineId, lineValues, memberId, offerOf } from './offer.fixture';

const fileOf = (values: Record<string, SheetValue>, organisations: (n: number) => string = memberId): string =>
  JSON.stringify({
    format: 'zit-offer/1',
    salt: '0'.repeat(64),
    receiptNumber: null,
    document: {
      form: OFFER_FORM.version,
      offerId: lineId(99),
      members: [1, 2, 3].map((n) => ({ id: memberId(n), organisationId: organisations(n) })),
      contents: readSheet(OFFER_FORM, values),
    },
  });

const readerFor = (me: number, now: Record<string, SheetValue>): FileReader => {
  const { members, me: writer, loans } = offerOf(me);
  const of = memberOfItemIn(now, new Set(members.map(({ id }) => id)));
  return {
    members,
    may: (path) =>
      mayWrite(
        path.split('.').length === 2 && path.endsWith('.list') ? `${path}.${lineId(1)}` : path,
        writer,
        loans,
        of,
      ),
    offers: (member) => writer.leads || member === writer.member,
  };
};
const changes = (me: number, file: Record<string, SheetValue>, now: Record<string, SheetValue>) =>
  changesFromFile(offerFileIn(fileOf(file))!, new Map(Object.entries(now)), readerFor(me, now));

describe('an offer’s file taken into a draft', () => {
  const now = { ...lineValues(1), ...lineValues(2, { member: memberId(2) }), 'basics.title': 'Tytuł' };

  it('changes one’s own parts alone, and counts what is others’', () => {
    const file = {
      ...lineValues(1, { item: 'lidera' }),
      ...lineValues(2, { member: memberId(2), item: 'moja' }),
      'basics.title': 'Inny tytuł',
    };
    expect(changes(2, file, now)).toEqual({
      sets: [{ path: `budget.lines.${lineId(2)}.item`, value: 'moja' }],
      foreign: 2,
      unread: 0,
    });
    expect(changes(1, file, now).sets.map(({ path }) => path)).toEqual([
      'basics.title',
      `budget.lines.${lineId(1)}.item`,
    ]);
  });

  it('adds items that are not here at the end of their list, for one’s own member', () => {
    const added = changes(2, { ...now, ...lineValues(3, { member: memberId(2) }), ...lineValues(4) }, now);
    expect(added.sets[0]).toEqual({ path: `budget.lines.${lineId(3)}`, value: 3 });
    expect(added.sets.every(({ path }) => path.includes(lineId(3)))).toBe(true);
    expect(added.foreign).toBeGreaterThan(0);
  });

  it('finds members again by their organisation, also under other ids', () => {
    const file = offerFileIn(
      fileOf(lineValues(2, { member: memberId(2), item: 'nowa' }), (n) => memberId(n === 2 ? 1 : 4)),
    )!;
    const { sets } = changesFromFile(file, new Map(Object.entries({})), readerFor(1, {}));
    expect(sets).toContainEqual({ path: `budget.lines.${lineId(2)}.member`, value: memberId(1) });
  });

  it('empties nothing and changes nothing that is the same', () => {
    expect(changes(1, now, { ...now, 'basics.summary': 'Zostaje.' })).toEqual({ sets: [], foreign: 0, unread: 0 });
  });

  it.each([
    '',
    'null',
    '[]',
    '{"format":"zit-offer/1"}',
    '{"format":"zit-offer/1","document":{"form":"call/1","members":[],"contents":{}}}',
    '{"format":"zit-offer/1","document":{"form":"offer/1","members":[],"contents":{"budget":{"lines":7}}}}',
  ])('refuses what is no offer: %s', (text) => expect(offerFileIn(text)).toBeNull());

  it('takes no value that the form does not know', () => {
    const text = fileOf({ 'basics.title': 'x' }).replace('"title":"x"', '"title":{"evil":1}');
    const found = changesFromFile(offerFileIn(text)!, new Map(), readerFor(1, {}));
    expect(found.sets).toEqual([]);
    expect(found.unread).toBe(1);
  });
});
