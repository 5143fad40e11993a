import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canonicalJson,
  compareReceipt,
  digestPaths,
  fieldText,
  OFFER_FORM,
  readSheet,
  receiptText,
  type OfferDocumentFacts,
} from '@zit/domain';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const SALT = sha256('salt');
const ITEM = '0b0e7e5e-0000-4000-8000-000000000001';

const document: OfferDocumentFacts = {
  form: OFFER_FORM.version,
  offerId: 'o',
  call: { number: 'LC/2264/2015/01', edition: 2, sha256: sha256('call') },
  consortium: { id: 'k', title: 'Kompas „Sopocki”' },
  members: [],
  contents: readSheet(OFFER_FORM, {
    'basics.title': 'Zażółć gęślą jaźń\n\u2028',
    'groups.distinctPersons': 1_200,
    [`plan.list.${ITEM}`]: 1,
    [`plan.list.${ITEM}.groups`]: ['SENIORS'],
  }),
  attachments: [{ id: 'a', member: 'm', name: 'a.pdf', about: '', mediaType: 'application/pdf', size: 1, sha256: 'f' }],
  papers: [{ kind: 'LETTER_OF_INTENT', number: '1/2015', sha256: 'f' }],
};
const said = {
  number: 'LC/2264/2015/01/0001',
  kind: 'SUBMISSION' as const,
  offerId: 'o',
  callNumber: 'LC/2264/2015/01',
  edition: 2,
  consortium: 'Kompas „Sopocki”',
  leader: 'Fundacja',
  receivedAt: '2015-03-31T13:29:59.999Z',
  deadlineAt: '2015-03-31T13:30:00.000Z',
  lateMs: 0,
  sha256: sha256(canonicalJson(document)),
  digests: Object.fromEntries(digestPaths(document).map(([path, text]) => [path, sha256(fieldText(SALT, path, text))])),
  seal: { batch: 7, hash: sha256('seal') },
  replaces: null,
};
const receipt = { ...said, receiptSha256: sha256(receiptText(said)), journalled: true };

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'zit-verify-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function verify(offer: unknown, of: unknown): { code: number | null; said: string[] } {
  const files = [offer, of].map((content, at) => {
    const file = join(folder, `${at}.json`);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    return file;
  });
  const { status, stdout } = spawnSync(process.execPath, [join(__dirname, 'verify-receipt.mjs'), ...files], {
    encoding: 'utf8',
  });
  return { code: status, said: stdout.trim().split('\n') };
}
const file = (of: unknown) => ({ format: 'zit-offer/1', document: of, salt: SALT, receiptNumber: receipt.number });
const changed = (change: (copy: OfferDocumentFacts) => void): OfferDocumentFacts => {
  const copy = JSON.parse(JSON.stringify(document)) as OfferDocumentFacts;
  change(copy);
  return copy;
};

describe('command that verifies a receipt', () => {
  it('finds what was received', () => {
    expect(verify(file(document), receipt)).toEqual({
      code: 0,
      said: ['ZGODNE. Potwierdzenie LC/2264/2015/01/0001, chwila wpływu 2015-03-31T13:29:59.999Z'],
    });
  });

  it.each<[string, (copy: OfferDocumentFacts) => void, string]>([
    ['a text', (copy) => (copy.contents.basics.title = 'inny'), 'inna treść pola: contents.basics.title'],
    ['a number', (copy) => (copy.contents.groups.distinctPersons = 1_201), 'contents.groups.distinctPersons'],
    ['a choice', (copy) => (copy.contents.plan.list = []), `brakuje pola: contents.plan.list.${ITEM}.groups`],
    ['a file', (copy) => (copy.attachments[0] = { ...document.attachments[0]!, sha256: 'g' }), 'attachments.a.sha256'],
    ['a paper', (copy) => (copy.papers[0] = { ...document.papers[0]!, number: '2/2015' }), 'papers.0.number'],
    ['more', (copy) => Object.assign(copy, { more: 1 }), 'dodane pole: more'],
  ])('names what differs: %s', async (_, change, named) => {
    const other = changed(change);
    const { code, said: lines } = verify(file(other), receipt);
    expect(code).toBe(1);
    expect(lines.some((line) => line.includes(named))).toBe(true);
    // The command and the portal are two programs that say the same.
    const { fields } = await compareReceipt({ document: other, salt: SALT }, receipt, sha256);
    expect(lines.slice(2).map((line) => line.split(': ')[1])).toEqual(
      expect.arrayContaining(fields.map(({ path }) => path)),
    );
    expect(lines).toHaveLength(fields.length + 2);
  });

  it('finds a receipt that was altered', () => {
    const { code, said: lines } = verify(file(document), { ...receipt, receivedAt: '2015-03-31T13:00:00.000Z' });
    expect(code).toBe(1);
    expect(lines[1]).toContain('potwierdzenie zmieniono');
  });

  it('says which files it wants', () => {
    expect(verify('nie JSON', receipt).code).toBe(2);
    expect(verify(receipt, file(document)).code).toBe(2);
  });
});
