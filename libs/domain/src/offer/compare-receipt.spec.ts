import { canonicalJson } from '../document/canonical-json';
import { readSheet } from '../sheet/read-sheet';
import { compareReceipt, fieldText, receiptText, type OfferReceiptFacts } from './compare-receipt';
import { digestPaths, type OfferDocumentFacts } from './offer-document';
import { OFFER_FORM } from './offer-form';

/** Whatever tells texts apart will do for a digest. */
const hash = (text: string): string => `#${text}`;
const SALT = 'salt';
const POINT = '0b0e7e5e-0000-4000-8000-000000000001';

const document = (title: string): OfferDocumentFacts => ({
  form: OFFER_FORM.version,
  offerId: 'o',
  call: { number: 'LC/2264/2015/01', edition: 1, sha256: 'c' },
  consortium: { id: 'k', title: 'Kompas' },
  members: [],
  contents: readSheet(OFFER_FORM, {
    'basics.title': title,
    [`places.points.${POINT}`]: 1,
    [`places.points.${POINT}.name`]: 'Punkt',
  }),
  attachments: [],
  papers: [],
});

function receiptOf(of: OfferDocumentFacts): OfferReceiptFacts {
  const said = {
    number: 'LC/2264/2015/01/0001',
    kind: 'SUBMISSION' as const,
    offerId: of.offerId,
    callNumber: of.call.number,
    edition: 1,
    consortium: 'Kompas',
    leader: 'Fundacja',
    receivedAt: '2015-03-31T13:30:00.000Z',
    deadlineAt: '2015-03-31T13:30:00.000Z',
    lateMs: 0,
    sha256: hash(canonicalJson(of)),
    digests: Object.fromEntries(digestPaths(of).map(([path, value]) => [path, hash(fieldText(SALT, path, value))])),
    seal: null,
    replaces: null,
  };
  return { ...said, receiptSha256: hash(receiptText(said)), journalled: true };
}

describe('an offer and its receipt', () => {
  const received = document('Kompas');
  const receipt = receiptOf(received);
  const compare = (of: unknown, salt = SALT, against = receipt) =>
    compareReceipt({ document: of as OfferDocumentFacts, salt }, against, hash);

  it('fit each other, also after a journey through JSON in another order', async () => {
    const travelled = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(received).reverse()))) as object;
    expect(await compare(travelled)).toEqual({ equal: true, receiptIntact: true, contentEqual: true, fields: [] });
  });

  it('name the one field that was changed', async () => {
    expect(await compare(document('Kompas 2'))).toEqual({
      equal: false,
      receiptIntact: true,
      contentEqual: false,
      fields: [{ path: 'contents.basics.title', how: 'CHANGED' }],
    });
  });

  it('name what was added, and what is missing', async () => {
    const added = JSON.parse(JSON.stringify(received)) as OfferDocumentFacts & { more?: string };
    added.more = 'dopisek';
    expect((await compare(added)).fields).toEqual([{ path: 'more', how: 'ADDED' }]);
    const less = JSON.parse(JSON.stringify(received)) as OfferDocumentFacts;
    less.contents.places.points = [];
    const { fields } = await compare(less);
    expect(fields[0]).toEqual({ path: 'contents.places.points', how: 'CHANGED' });
    expect(fields.slice(1).every(({ path, how }) => how === 'MISSING' && path.includes(POINT))).toBe(true);
    expect(fields).toHaveLength(7);
  });

  it('tell a receipt that was altered from an offer that was', async () => {
    const earlier = { ...receipt, receivedAt: '2015-03-31T13:00:00.000Z' };
    expect(await compare(received, SALT, earlier)).toMatchObject({
      equal: false,
      receiptIntact: false,
      contentEqual: true,
    });
    const more = { ...receipt, journalled: false, next: 'co dalej' };
    expect(await compare(received, SALT, more)).toMatchObject({ equal: true });
  });

  it('say nothing of a value to who has no salt', () => {
    expect(Object.values(receipt.digests)).toContain(hash(fieldText(SALT, 'contents.basics.title', '"Kompas"')));
    expect(fieldText('other', 'contents.basics.title', '"Kompas"')).not.toBe(
      fieldText(SALT, 'contents.basics.title', '"Kompas"'),
    );
  });
});
