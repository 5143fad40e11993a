import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { DOCUMENT_KINDS, type DocumentFacts } from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { enlarged, paper } from '../../test/paper';
import { linesOf, readPdf, textOf, type PdfLine, type StructureNode } from '../../test/read-pdf';
import { buildDocument } from '../builders/build-document';
import { renderPdf } from './pdf';

// Layout takes a core for seconds where many specs run at once.
jest.setTimeout(60_000);

const MM = 72 / 25.4;
const root = join(__dirname, '../../../..');
const sopot = () => [sopotFacts(), sopotRuleSet()] as [ReturnType<typeof sopotFacts>, ReturnType<typeof sopotRuleSet>];
const pdfOf = (facts: DocumentFacts) => renderPdf(buildDocument(facts));
const agreement = (more: Partial<DocumentFacts> = {}) => paper('PARTNERSHIP_AGREEMENT', sopot(), more);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the text of the agreement, read back from the PDF', () => {
  let lines: PdfLine[];
  let text: string;
  beforeAll(async () => {
    lines = linesOf(await pdfOf(agreement()));
    text = textOf(lines);
  });

  test.each([
    ['330 000,00', 'trzysta trzydzieści tysięcy złotych 00/100'],
    ['280 500,00', 'dwieście osiemdziesiąt tysięcy pięćset złotych 00/100'],
    ['49 500,00', 'czterdzieści dziewięć tysięcy pięćset złotych 00/100'],
    ['28 500,00', 'dwadzieścia osiem tysięcy pięćset złotych 00/100'],
    ['21 000,00', 'dwadzieścia jeden tysięcy złotych 00/100'],
  ])('%s zł in figures and words', (figures, words) => {
    expect(text).toContain(`${figures} zł (słownie: ${words})`);
  });

  test('every line of the budget stands in the annex with its amount', () => {
    for (const line of sopotFacts().lines ?? []) {
      const row = lines.filter(({ page, y }) =>
        lines.some((own) => own.text === line.no && own.page === page && Math.abs(own.y - y) < 0.5),
      );
      const amount = row.at(-1)?.text.replace(/[^\d]/g, '');
      expect([line.no, Number(amount)]).toEqual([line.no, line.amountGrosze]);
    }
  });

  test('says its page, its number and that it is a template to be checked, on every page', () => {
    const pages = Math.max(...lines.map(({ page }) => page));
    for (let page = 1; page <= pages; page += 1) {
      const onPage = textOf(lines.filter((line) => line.page === page));
      expect(onPage).toContain(`strona ${page} z ${pages}`);
      expect(onPage).toContain('nr UP/2264/2015/01');
      expect(onPage).toContain('wzór do weryfikacji przez radcę prawnego');
    }
  });
});

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  test('no line ends in a one-letter word, none leaves the margins', async () => {
    const lines = linesOf(await pdfOf(paper(kind, sopot())));
    const ends = lines.filter(({ text }) => /(^|[\s\u00a0(„])[aiouwz]\s*$/iu.test(text)).map(({ text }) => text);
    expect(ends).toEqual([]);
    for (const { x, end, text } of lines) {
      expect([text, x >= 25 * MM - 0.5, end <= 185 * MM + 0.5]).toEqual([text, true, true]);
    }
  });

  test('the same facts give the same bytes, also in a fresh process', async () => {
    const facts = paper(kind, sopot());
    const hashes = [sha256(await pdfOf(facts)), sha256(await pdfOf(facts))];
    hashes.push(inFreshProcess(facts));
    expect(new Set(hashes).size).toBe(1);
    expect(sha256(await pdfOf({ ...facts, copies: 7 }))).not.toBe(hashes[0]);
  });
});

test('50 members: every party signs, nothing leaves the page', async () => {
  const [consortium, ruleSet] = sopot();
  const facts = paper('PARTNERSHIP_AGREEMENT', [enlarged(consortium, 50, 400), ruleSet]);
  const lines = linesOf(await pdfOf(facts));
  const text = textOf(lines);
  for (const { name } of facts.consortium.members) expect(text.split(name).length).toBeGreaterThan(4);
  expect(Math.max(...lines.map(({ end }) => end))).toBeLessThanOrEqual(185 * MM + 0.5);
});

test('the largest amounts and the longest words stay inside the margins', async () => {
  const [consortium, ruleSet] = sopot();
  const lines =
    consortium.lines?.map((line) => ({ ...line, amountGrosze: 9_999_999_999_999, item: 'nieprzerwane'.repeat(25) })) ??
    [];
  const members = consortium.members.map((member) => ({
    ...member,
    name: 'Ż'.repeat(300),
    address: 'x'.repeat(300),
    tasks: ['t'.repeat(1000)],
  }));
  const pdf = await pdfOf(paper('PARTNERSHIP_AGREEMENT', [{ ...consortium, members, lines }, ruleSet]));
  const read = linesOf(pdf);
  expect(Math.max(...read.map(({ end }) => end))).toBeLessThanOrEqual(185 * MM + 1);
  expect(textOf(read)).toContain('99 999 999 999,99');
});

describe('what the font cannot draw', () => {
  test('is spelled out, never a silent box, and never a crash', async () => {
    const [consortium, ruleSet] = sopot();
    const title = 'Kompas 😀 שלום مرحبا 中 \u202e\u0000';
    const text = textOf(linesOf(await pdfOf(paper('LETTER_OF_INTENT', [{ ...consortium, title }, ruleSet]))));
    expect(text).toContain('Kompas [U+1F600] [U+05E9][U+05DC][U+05D5][U+05DD] [U+0645]');
    expect(text).toContain('[U+4E2D]');
    expect(text).not.toContain('\u202e');
  });
});

describe('structure for screen readers', () => {
  let trees: StructureNode[];
  beforeAll(async () => {
    trees = readPdf(await pdfOf(agreement())).trees;
  });
  const roles = (node: StructureNode): string[] => [
    node.role,
    ...node.children.flatMap((child) => ('role' in child ? roles(child) : [])),
  ];

  test('has headings, paragraphs, lists and tables with heads', () => {
    const all = trees.flatMap(roles);
    const count = (role: string) => all.filter((one) => one === role).length;
    expect(count('H1')).toBe(1);
    expect(count('H2')).toBeGreaterThanOrEqual(22);
    for (const role of ['P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'Caption', 'TR', 'TH', 'TD'])
      expect(count(role)).toBeGreaterThan(5);
  });

  test('leaves no text operator unmarked, and repeated heads and footers are artifacts', async () => {
    const pdf = await renderUncompressed(agreement());
    let depth = 0;
    let shown = 0;
    let unmarked = 0;
    for (const [operator] of pdf.matchAll(/\b(?:BDC|BMC|EMC|TJ|Tj)\b/g)) {
      if (operator === 'BDC' || operator === 'BMC') depth += 1;
      else if (operator === 'EMC') depth -= 1;
      else {
        shown += 1;
        if (depth === 0) unmarked += 1;
      }
    }
    expect(shown).toBeGreaterThan(1000);
    expect(unmarked).toBe(0);
    expect(pdf).toMatch(/\/Artifact <<\s*\/Type \/Pagination/);
  });
});

test('properties: language, title escaped in the XMP, date of the document', async () => {
  const [consortium, ruleSet] = sopot();
  const facts = paper('LETTER_OF_INTENT', [{ ...consortium, title: 'Ko & Co <C>' }, ruleSet]);
  const raw = Buffer.from(await pdfOf(facts)).toString('latin1');
  expect(raw.includes('Ko &amp; Co &lt;C&gt;')).toBe(true);
  expect(raw.includes('(D:20150620000000Z)')).toBe(true);
  expect(raw.includes('/Lang (pl-PL)')).toBe(true);
});

test('neither network nor disk is touched while rendering', async () => {
  await pdfOf(agreement());
  const network = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('network'));
  const [consortium, ruleSet] = sopot();
  const trap = {
    ...consortium,
    title: 'http://127.0.0.1:9/x.png file:///etc/passwd',
    members: consortium.members.map((member) => ({ ...member, name: '/etc/hostname' })),
  };
  const text = textOf(linesOf(await pdfOf(paper('LETTER_OF_INTENT', [trap, ruleSet]))));
  expect(text).toContain('/etc/hostname');
  expect(network).not.toHaveBeenCalled();
  network.mockRestore();
});

/** The canary: a definition that does ask for a file or an address is refused by the policies. */
test.each([{ image: '/etc/hostname' }, { image: 'remote' }])('pdfmake itself refuses %p', async (node) => {
  await pdfOf(agreement());
  const { default: pdfmake } = await import('pdfmake');
  const definition = {
    content: [node],
    images: { remote: 'http://127.0.0.1:9/x.png' },
    defaultStyle: { font: 'SourceSerif4' },
  };
  await expect(pdfmake.createPdf(definition).getBuffer()).rejects.toThrow(/denied|Invalid image|access policy/i);
});

async function renderUncompressed(facts: DocumentFacts): Promise<string> {
  await pdfOf(facts);
  const { default: pdfmake } = await import('pdfmake');
  const { pdfDefinition } = await import('./pdf-definition');
  const buffer = await pdfmake.createPdf({ ...pdfDefinition(buildDocument(facts)), compress: false }).getBuffer();
  return Buffer.from(buffer).toString('latin1');
}

let program: string | null = null;
let folder: string | null = null;
afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

/** SHA-256 of the PDF that another Node process renders from the same facts. */
function inFreshProcess(facts: DocumentFacts): string {
  if (!program || !folder) {
    folder = mkdtempSync(join(tmpdir(), 'zit-pdf-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    program = join(folder, 'render.mjs');
    const contents = `
      import { readFileSync } from 'node:fs';
      import { createHash } from 'node:crypto';
      import { render } from './worker';
      const { pdf } = await render({ facts: JSON.parse(readFileSync(process.argv[2], 'utf8')) });
      process.stdout.write(createHash('sha256').update(pdf).digest('hex'));`;
    buildSync({
      stdin: { contents, resolveDir: __dirname, loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      tsconfig: join(root, 'tsconfig.base.json'),
      outfile: program,
    });
  }
  const input = join(folder, 'facts.json');
  writeFileSync(input, JSON.stringify(facts));
  return execFileSync(process.execPath, [program, input], { encoding: 'utf8' });
}

test('the bytes do not depend on what was printed before, even where characters share a glyph', async () => {
  const [consortium, ruleSet] = sopot();
  const named = (name: string) => paper('LETTER_OF_INTENT', [{ ...consortium, title: name }, ruleSet], { place: name });
  await pdfOf(named('\u2019\u00b5\u2215\ufb01 i\u00a0'));
  const facts = named('\u02bc\u03bc\u2044fi ');
  expect(sha256(await pdfOf(facts))).toBe(inFreshProcess(facts));
});
