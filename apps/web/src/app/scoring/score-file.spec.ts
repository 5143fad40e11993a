import { pointsPath, reasonPath } from '@zit/domain';
import { csvOf, rowsOf } from '../offer/budget/csv';
import { cellName, cellsIn, readScores, scoreTable, type ReadScores } from './score-file';
import { ScoreRow } from './score-row';
import { criteria, scoringOf } from './scoring.fixture';

const rowsNow = (): ScoreRow[] => scoringOf().offers.map((offer) => new ScoreRow(offer, criteria));
const idOf = (no: number): string => criteria[no - 1]?.id ?? '';
const fileOf = (bytes: Uint8Array | string): File => {
  const kept = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return { size: kept.length, arrayBuffer: () => Promise.resolve(kept.slice().buffer) } as unknown as File;
};
const NUMBER = (no: number): string => `LC/2264/2015/01/000${no}`;
const read = (cells: string[][], rows = rowsNow()): ReadScores => {
  const found = readScores(cells, rows, criteria);
  if (typeof found === 'string') throw new Error(found);
  return found;
};

describe('scores in a spreadsheet', () => {
  it('S-11: leave with a column of points and one of reasons for each criterion that is scored, and come back the same', async () => {
    const rows = rowsNow();
    rows[0]?.show(pointsPath(idOf(1)), 8);
    rows[0]?.show(reasonPath(idOf(1)), '=1+1; "cytat"\ndruga linia');
    const table = scoreTable(rows, criteria);
    expect(table[0]).toHaveLength(2 + 6 * 2);
    const text = csvOf(table);
    // What a spreadsheet would run is not run.
    expect(rowsOf(text.slice(1), ';')[1]?.[3]).toBe(`'=1+1; "cytat"\ndruga linia`);
    const cells = await cellsIn(fileOf(text));
    expect(typeof cells === 'string' ? cells : read(cells, rows)).toEqual({ changes: [], faults: [] });
    expect(typeof cells === 'string' ? [] : read(cells).changes.map(({ path, value }) => [path, value])).toEqual([
      [pointsPath(idOf(1)), 8],
      [reasonPath(idOf(1)), '=1+1; "cytat"\ndruga linia'],
    ]);
  });

  it('are checked cell by cell: each fault names the cell, the value and the way out', () => {
    const closed = rowsNow();
    closed[2]?.close({ no: 1, handedAt: '2015-04-20T18:00:00.000Z' });
    const { changes, faults } = read(
      [
        ['Nr oferty', 'K1', 'k2', 'K1 uzasadnienie'],
        [NUMBER(1), '11', '8,5', ''],
        [NUMBER(2), '7', '', 'Dobrze.'],
        ['', '', '', ''],
        [NUMBER(2), '6', '', ''],
        ['LC/2264/2015/01/0009', '6', '', ''],
        [NUMBER(3), '6', '', ''],
      ],
      closed,
    );
    expect(changes.map(({ path, value }) => [path, value])).toEqual([
      [pointsPath(idOf(1)), 7],
      [reasonPath(idOf(1)), 'Dobrze.'],
    ]);
    expect(faults.map((fault) => /^Komórka ([A-Z]+\d+), „(.*?)”: /.exec(fault)?.slice(1))).toEqual([
      ['B2', '11'],
      ['C2', '8,5'],
      ['A5', NUMBER(2)],
      ['A6', 'LC/2264/2015/01/0009'],
      ['B7', '6'],
    ]);
    expect(faults[2]).toContain('jest już w wierszu 3');
  });

  it('say what is wrong with a file that is no such table', async () => {
    expect(readScores([['a', 'b']], rowsNow(), criteria)).toContain('Nr oferty');
    expect(await cellsIn(fileOf(new Uint8Array([0x50, 0x4b, 1, 2])))).toContain('nie da się odczytać');
    expect(await cellsIn(fileOf(''))).toContain('nie da się odczytać');
  });

  it('name cells as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52].map((column) => cellName(column, 3))).toEqual(['A4', 'Z4', 'AA4', 'AZ4', 'BA4']);
  });
});
