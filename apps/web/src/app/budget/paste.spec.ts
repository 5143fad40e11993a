import { MAX_LINES, totals } from '@zit/domain';
import { parseBlock } from './clipboard';
import { paste, type Pasted } from './paste';
import { COLUMNS, budgetLines, faultCount, type Lines } from './sheet';
import { SOPOT_TSV, aLine, ids, sopotLists, sopotMembers, start } from './sheet.fixture';
import { writeCell } from './cell-reading';

const at = (row: number, column: (typeof COLUMNS)[number]) => {
  const left = COLUMNS.indexOf(column);
  return { top: row, left, bottom: row, right: left };
};

const pasteText = (text: string, lines: Lines = [], block = at(0, 'category')): Pasted =>
  paste(parseBlock(text), { lines, block, lists: sopotLists, start, newId: ids() });

const pasted = (text: string, lines?: Lines, block?: ReturnType<typeof at>): Extract<Pasted, { ok: true }> => {
  const result = pasteText(text, lines, block);
  if (!result.ok) throw new Error('nothing was pasted');
  return result;
};

describe('pasting the Sopot budget from a spreadsheet', () => {
  const result = pasted(SOPOT_TSV);
  const sums = totals(budgetLines(result.lines), sopotMembers);

  it('gives exactly 330 000,00 = 280 500,00 ZIT + 49 500,00 own', () => {
    expect(result.faults).toBe(0);
    expect(result.lines).toHaveLength(16);
    expect([sums.total, sums.zit, sums.own]).toEqual([33_000_000, 28_050_000, 4_950_000]);
    expect([sums.ownCash, sums.ownInKind]).toEqual([2_850_000, 2_100_000]);
  });

  it('recognises members, areas, sources and services by code and by Polish name', () => {
    expect(sums.byMember['M1']?.total).toBe(10_200_000);
    expect(sums.byMember['M4']).toEqual({
      zit: 750_000,
      cash: 2_850_000,
      inKind: 2_100_000,
      other: 0,
      total: 5_700_000,
    });
    expect(sums.byArea).toEqual({ LABOUR_MARKET: 15_190_000, SOCIAL_SERVICES: 10_040_000, CROSS: 7_770_000 });
    expect(sums.byCategory).toMatchObject({ C1: 7_200_000, C2: 8_340_000, C8: 720_000 });
    expect(result.lines[4]?.item).toBe('LM_COACHING');
    expect(result.lines[7]?.item).toBe('opiekunowie staży');
    expect(result.lines[13]?.valuation).toBe('cennik wynajmu lokali gminy');
  });

  it('needs no heads: the order of columns is enough, and a block without units skips that column', () => {
    const bare = SOPOT_TSV.split('\n').slice(1).join('\n');
    const again = pasted(bare, [], at(0, 'no'));
    expect(again.faults).toBe(0);
    expect(totals(budgetLines(again.lines)).total).toBe(33_000_000);
    expect(again.lines.every((line) => line.unit === null)).toBe(true);
  });

  it('starts at the category when the block brings no numbers and all of the sheet was selected', () => {
    const bare = SOPOT_TSV.split('\n').slice(1);
    const unnumbered = bare.map((row) => row.split('\t').slice(1).join('\t')).join('\n');
    expect(pasted(unnumbered, [], at(0, 'no')).faults).toBe(0);
  });
});

describe('what cannot be read', () => {
  it('stays in its cell as typed, with a sentence, and the line waits', () => {
    const text = 'C9\tx\tkoordynator\tNieznana Fundacja\tZIT\tetat\tdwa\t330000.005\t';
    const { lines, faults } = pasted(text);
    const line = lines[0]!;
    expect(faults).toBe(4);
    expect(line.held).toBe(true);
    expect(line.faults.member?.typed).toBe('Nieznana Fundacja');
    expect(line.faults.member?.text).toContain('wybierz z listy');
    expect(line.faults.unitPriceGrosze?.typed).toBe('330000.005');
    expect(line.faults.quantity?.text).toContain('to nie jest liczba');
    expect(budgetLines(lines)).toEqual([]);
  });

  it('is counted as soon as its last fault is mended', () => {
    let line = pasted('C1\tx\tlokal\tM7\tZIT\t\t1\t10,00').lines[0]!;
    expect(line.held).toBe(true);
    line = writeCell(line, 'member', 'M2', sopotLists);
    expect([line.held, faultCount(line), line.member, line.amountGrosze]).toEqual([false, 0, 'M2', 1000]);
  });

  it.each(['NaN', '1e309', '330000.005', '-5,00', '10000000000000', '1,234.50', '=A1*2', '💶', '\u202e12'])(
    'refuses %s as a price without rounding it',
    (typed) => {
      const line = writeCell(aLine('a'), 'unitPriceGrosze', typed, sopotLists);
      expect(line.faults.unitPriceGrosze?.typed).toBe(typed);
      expect(line.unitPriceGrosze).toBe(10_000);
    },
  );

  it('says that an amount differs from quantity × price, until they agree', () => {
    let line = pasted('C1\tx\tlokal\tM1\tZIT\t\t12\t100,00\t1 300,00').lines[0]!;
    expect(line.faults.amountGrosze?.text).toContain('1\u00a0200,00');
    line = writeCell(line, 'quantity', '13', sopotLists);
    expect([faultCount(line), line.amountGrosze]).toEqual([0, 130_000]);
  });

  it('names columns that the sheet does not have', () => {
    const { ignored } = pasted('Kategoria\tObszar\tNumer faktury\nC1\tx\tF/1');
    expect(ignored).toEqual(['Numer faktury']);
  });

  it('pastes nothing when the budget would pass its limit', () => {
    const many = Array.from({ length: 10 }, () => 'C1\tx\ta').join('\n');
    const full = Array.from({ length: MAX_LINES - 3 }, (_, i) => aLine(String(i)));
    expect(pasteText(many, full, at(full.length, 'category'))).toEqual({ ok: false, over: 7 });
  });
});

describe('pasting into cells', () => {
  it('turns an amount into the price that gives exactly it', () => {
    const line = writeCell(aLine('a', { quantity: 12 }), 'amountGrosze', '42 000,00', sopotLists);
    expect([line.unitPriceGrosze, line.amountGrosze]).toEqual([350_000, 4_200_000]);
    expect(writeCell(line, 'amountGrosze', '100,00', sopotLists).faults.amountGrosze?.text).toContain(
      'podzielić na 12',
    );
  });

  it('fills a whole selection with one cell', () => {
    const lines = [aLine('a'), aLine('b'), aLine('c')];
    const left = COLUMNS.indexOf('member');
    const result = pasted('M3', lines, { top: 0, left, bottom: 2, right: left });
    expect(result.lines.map((line) => line.member)).toEqual(['M3', 'M3', 'M3']);
  });

  it('takes price and quantity together, whatever stood there before', () => {
    const line = aLine('a', { quantity: 1_000_000, unitPriceGrosze: 1, amountGrosze: 1_000_000 });
    const result = pasted('2\t90 000 000,00', [line], at(0, 'quantity'));
    expect([result.faults, result.lines[0]?.amountGrosze]).toEqual([0, 18_000_000_000]);
  });

  it('reads 512 rows at once, each as it reads alone', () => {
    const once = SOPOT_TSV.split('\n').slice(1, 17);
    const text = Array.from({ length: 32 }, () => once.join('\n')).join('\n');
    const { lines, faults } = pasted(text, [], at(0, 'no'));
    expect(faults).toBe(0);
    expect(lines).toHaveLength(512);
    expect(totals(budgetLines(lines)).total).toBe(32 * 33_000_000);
  });
});
