import { strToU8, zipSync } from 'fflate';
import { SOPOT_TSV } from '../../budget/sheet.fixture';
import { MOST_BYTES, readBudgetFile } from './budget-file';
import { csvOf, decoded, rowsOf, withoutGuard } from './csv';

type Content = string | Uint8Array<ArrayBuffer>;

/** A chosen file; the browser of the tests cannot read one. */
const file = (content: Content, name = 'budzet.csv'): File => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const arrayBuffer = () => Promise.resolve(new Uint8Array(bytes).buffer);
  return { name, size: bytes.length, arrayBuffer } as unknown as File;
};
const read = async (content: Content, name?: string) => {
  const answer = await readBudgetFile(file(content, name));
  if (!answer.ok) throw new Error(answer.text);
  return answer.table;
};
const refused = async (content: Content, name?: string): Promise<string> => {
  const answer = await readBudgetFile(file(content, name));
  return answer.ok ? '' : answer.text;
};

const HEADS = ['Kategoria', 'Usługa', 'Partner', 'Ilość', 'Cena'];
const ROW = ['C1', 'żółta „świetlica”; parter', 'Stowarzyszenie „Kompas”', '1,5', '3 500,00'];

/** A workbook as small as it gets: sheets of rows of texts and numbers. */
const workbook = (sheets: Record<string, (string | number)[][]>): Uint8Array<ArrayBuffer> => {
  const names = Object.keys(sheets);
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (value: string | number, ref: string): string =>
    typeof value === 'number'
      ? `<c r="${ref}"><v>${value}</v></c>`
      : `<c r="${ref}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheetXml = (rows: (string | number)[][]): string =>
    `<worksheet xmlns="${main}"><sheetData>${rows
      .map(
        (row, r) =>
          `<row r="${r + 1}">${row.map((v, c) => cell(v, `${String.fromCharCode(65 + c)}${r + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
  };
  names.forEach((name, i) => (files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheets[name] ?? [])));
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries)));
};

/** What Windows in Poland would write. */
const windows1250 = (text: string): Uint8Array<ArrayBuffer> => {
  const decoder = new TextDecoder('windows-1250');
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(new Uint8Array([code])), code]));
  return new Uint8Array([...text].map((character) => codes.get(character) ?? 0x3f));
};

describe('a budget in a file', () => {
  it.each([
    ['semicolons', ';', (text: string) => text],
    ['commas', ',', (text: string) => text],
    ['tabs', '\t', (text: string) => text],
    ['the code page of Windows', ';', (text: string): Content => windows1250(text)],
    ['UTF-8 with its mark', ';', (text: string) => `\ufeff${text}`],
  ])('is read with %s', async (_, separator, encode) => {
    const quoted = (row: string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator);
    const table = await read(encode([HEADS, ROW].map(quoted).join('\r\n')));
    expect(table.cells).toEqual([HEADS, ROW]);
    expect(table.numbers).toEqual([2]);
  });

  it('finds heads below a title, leaves sums out and says so, and numbers rows as the file does', async () => {
    const text = `Budżet projektu;;\r\n\r\n${HEADS.join(';')}\r\n\r\n${['C1', 'animacja', 'M1', '1', '2'].join(';')}\r\n;Razem:;;;330 000,00 zł\r\n`;
    const table = await read(text);
    expect(table.cells).toEqual([HEADS, ['C1', 'animacja', 'M1', '1', '2']]);
    expect(table.numbers).toEqual([5]);
    expect(table.notes).toContain(
      'Wiersz 6 pliku to suma („Razem: 330 000,00 zł”), więc go pominięto: sumy liczą się same.',
    );
  });

  it('reads a workbook: the sheet with the heads, numbers without the noise of binary fractions', async () => {
    const bytes = workbook({
      Opis: [['to nie budżet']],
      Koszty: [HEADS, ['C1', 'a & <b>', 'M1', 1.5, 33.6]],
      Kopia: [HEADS, ['C2', 'x', 'M1', 1, 1]],
    });
    const table = await read(bytes, 'budzet.xlsx');
    expect(table.cells).toEqual([HEADS, ['C1', 'a & <b>', 'M1', '1,5', '33,6']]);
    expect(table.notes).toEqual(['Arkusz: Koszty.', expect.stringContaining('Arkusz „Kopia” też wygląda na budżet')]);
  });

  it('refuses in words what is no budget', async () => {
    expect(await refused('ala;ma;kota')).toContain('nie ma wiersza z nagłówkami');
    expect(await refused('')).toContain('pusty');
    expect(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 5]), 'x.xlsx')).toContain('nie da się odczytać');
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'x.xls')).toContain('.xls');
    expect(await refused(new Uint8Array([1, 0, 2, 0]))).toContain('nie da się odczytać');
    const large = { size: MOST_BYTES + 1, arrayBuffer: () => Promise.reject(new Error('not read')) } as unknown as File;
    expect(await readBudgetFile(large)).toEqual({ ok: false, text: expect.stringContaining('5\u00a0MB') });
  });

  it('is not unpacked when it would unpack to more than anybody makes', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(61_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(new Uint8Array(bomb), 'x.xlsx')).toContain('nie da się odczytać');
  });

  it('S-11: comes back from a saved file as it was, formulas disarmed', async () => {
    const rows = [HEADS, ['C1', '=HIPERŁĄCZE("x")', '"cytat"; średnik', "'-1", '@x']];
    const text = csvOf(rows);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).not.toMatch(/(^|;)"?=/m);
    expect((await read(text)).cells).toEqual(rows);
    expect(rowsOf(decoded(new TextEncoder().encode(text)).text, ';')[1]?.map(withoutGuard)).toEqual(rows[1]);
  });

  it('takes the Sopot budget as an officer keeps it', async () => {
    const table = await read(SOPOT_TSV.replaceAll('\t', ';'));
    expect(table.numbers).toHaveLength(16);
  });
});
