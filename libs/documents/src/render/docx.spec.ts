import { DOCUMENT_KINDS } from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { enlarged, paper, textsOf } from '../../test/paper';
import { unzip } from '../../test/unzip';
import { buildDocument } from '../builders/build-document';
import { renderDocx } from './docx';

// Layout takes a core for seconds where many specs run at once.
jest.setTimeout(60_000);

const sopot = () => [sopotFacts(), sopotRuleSet()] as [ReturnType<typeof sopotFacts>, ReturnType<typeof sopotRuleSet>];

const plainText = (xml: string): string =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'");

describe.each(DOCUMENT_KINDS)('%s as DOCX', (kind) => {
  test('carries every text of the model', async () => {
    const model = buildDocument(paper(kind, sopot()));
    const text = plainText(unzip(await renderDocx(model)).get('word/document.xml') ?? '');
    for (const line of textsOf(model).split('\n')) {
      for (const part of line.split(' | ')) expect(text).toContain(part.replace(/, $/, '').replace(/^, /, ''));
    }
  });

  test('gives the same bytes for the same facts', async () => {
    const once = await renderDocx(buildDocument(paper(kind, sopot())));
    expect(Buffer.compare(once, await renderDocx(buildDocument(paper(kind, sopot()))))).toBe(0);
  });
});

describe('the agreement as an editable file', () => {
  let parts: Map<string, string>;
  beforeAll(async () => {
    parts = unzip(await renderDocx(buildDocument(paper('PARTNERSHIP_AGREEMENT', sopot()))));
  });

  test('has styles for headings and real numbering', () => {
    const body = parts.get('word/document.xml') ?? '';
    expect(body.match(/w:pStyle w:val="Heading2"/g)?.length).toBeGreaterThanOrEqual(22);
    expect(body).toContain('<w:numPr>');
    expect(parts.get('word/numbering.xml')).toContain('%1)');
  });

  test('repeats table heads, keeps rows whole, numbers pages', () => {
    const body = parts.get('word/document.xml') ?? '';
    const tables = body.match(/<w:tbl>/g) ?? [];
    // All but the signatures have a head.
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length - 1);
    expect(body).toContain('<w:cantSplit/>');
    const footers = [...parts].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml);
    expect(footers.length).toBeGreaterThan(0);
    for (const xml of footers) expect(xml).toMatch(/>PAGE<[\s\S]*>NUMPAGES</);
  });

  test('is dated by its facts', () => {
    expect(parts.get('docProps/core.xml')).toContain('2015-06-20T00:00:00Z</dcterms:created>');
  });
});

test('names with the signs of XML do not break the file', async () => {
  const [consortium, ruleSet] = sopot();
  const title = 'A & B <C> "D" \u0001 😀 שלום';
  const parts = unzip(await renderDocx(buildDocument(paper('LETTER_OF_INTENT', [{ ...consortium, title }, ruleSet]))));
  expect(parts.get('word/document.xml')).toContain('&amp; B &lt;C&gt;');
  expect(parts.get('docProps/core.xml')).toContain('&amp; B &lt;C&gt;');
  expect(plainText(parts.get('word/document.xml') ?? '')).toContain('😀 שלום');
});

test('50 members', async () => {
  const [consortium, ruleSet] = sopot();
  const parts = unzip(
    await renderDocx(buildDocument(paper('PARTNERSHIP_AGREEMENT', [enlarged(consortium, 50, 300), ruleSet]))),
  );
  expect(plainText(parts.get('word/document.xml') ?? '')).toContain('nr 50');
});
