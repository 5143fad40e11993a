import { linesOf, textOf } from '../../test/read-pdf';
import { unzip } from '../../test/unzip';
import type { DocumentModel } from '../model/model';
import { bold, italic, item, list, paragraph, rich, text } from '../model/rich-text';
import { renderDocx } from './docx';
import { renderHtml } from './html';
import { renderPdf } from './pdf';

jest.setTimeout(60_000);

/** Every kind of block once, also those that today's templates do not use. */
const model: DocumentModel = {
  lang: 'pl-PL',
  title: 'Wszystkie rodzaje',
  subject: 'próba',
  date: '2015-06-20',
  runningHead: 'Wszystkie rodzaje',
  footer: { note: 'uwaga', template: 'wzór 1', number: 'projekt', seal: `Pieczęć nr 7: ${'0f'.repeat(32)}` },
  blocks: [
    { kind: 'title', text: text('Tytuł'), subtitle: null },
    { kind: 'heading', level: 2, text: text('Rozdział') },
    { kind: 'heading', level: 3, text: text('Podrozdział') },
    paragraph(rich`zwykły, ${bold('gruby')} i ${italic('pochylony')}`, 'center'),
    list('1.', [item('ustęp:', list('1)', [item('punkt:', list('a)', [item('litera:', list('-', ['tiret']))]))]))]),
    list(
      'a)',
      Array.from({ length: 28 }, (_, i) => `pozycja ${i + 1}`),
    ),
    { kind: 'keyValue', rows: [{ key: 'Nabór', value: text('LC/2264/2015/01') }] },
    { kind: 'keep', blocks: [paragraph('razem pierwszy'), paragraph('razem drugi')] },
    { kind: 'pageBreak' },
    {
      kind: 'table',
      caption: 'Pusta tabela',
      columns: [
        { head: 'A', width: 1 },
        { head: 'B', width: 'number' },
      ],
      rows: [],
      foot: [],
    },
    { kind: 'signatures', slots: [{ party: 'Strona', signatories: [], countersignature: null }] },
  ],
};

test('as PDF: labels in order, letters go on after z', async () => {
  const lines = linesOf(await renderPdf(model));
  const read = textOf(lines);
  expect(read).toMatch(/1\. ustęp: 1\) punkt: a\) litera: – tiret/);
  expect(read).toMatch(/z\) pozycja 26 aa\) pozycja 27 ab\) pozycja 28/);
  expect(read).toContain('Nabór LC/2264/2015/01');
  // The journal's seal stands whole at the foot of every page.
  const seals = lines.filter((line) => line.text.includes(`Pieczęć nr 7: ${'0f'.repeat(32)}`));
  expect(new Set(seals.map(({ page }) => page)).size).toBe(Math.max(...lines.map(({ page }) => page)));
  const pageOf = (part: string) => lines.find((line) => line.text.includes(part))?.page ?? 0;
  expect(pageOf('Pusta tabela')).toBe(pageOf('razem drugi') + 1);
});

test('as DOCX: lists of four depths, each numbered by Word', async () => {
  const body = unzip(await renderDocx(model)).get('word/document.xml') ?? '';
  for (const level of [0, 1, 2, 3]) expect(body).toContain(`<w:ilvl w:val="${level}"/>`);
  expect(body).toContain('<w:i/>');
  const feet = [...unzip(await renderDocx(model))].filter(([name]) => name.startsWith('word/footer'));
  expect(feet.every(([, xml]) => xml.includes(`Pieczęć nr 7: ${'0f'.repeat(32)}`))).toBe(true);
  expect(body).toContain('w:type="page"');
});

test('as HTML: lists nest in their items', () => {
  const html = renderHtml(model);
  expect(html.replace(/\s+/g, '')).toContain(
    '<olclass="ustep"><li><p>ustęp:</p><olclass="punkt"><li><p>punkt:</p><olclass="litera">',
  );
  expect(html).toContain('<dt>Nabór</dt><dd>LC/2264/2015/01</dd>');
  expect(html).toContain('<em>pochylony</em>');
  expect(html).toContain(`<p class="seal">Pieczęć nr 7: ${'0f'.repeat(32)}</p>`);
});
