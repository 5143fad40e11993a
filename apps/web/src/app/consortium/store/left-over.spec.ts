import { kompas } from '../../../testing/kompas';
import type { Act } from './act';
import { leftOver } from './left-over';

const budget = (change: Partial<Extract<Act, { act: 'changeBudget' }>['change']>): Act => ({
  act: 'changeBudget',
  change: { added: [], changed: [], removed: [], order: null, ...change },
});

describe('what was typed and never saved', () => {
  it('names each field as the screen does, with what was typed in it', () => {
    const of = kompas();
    const line = of.lines[3]!;
    const text = leftOver(
      [
        { act: 'change', version: 1, changes: { title: 'Kompas bis' }, base: { title: of.title } },
        budget({ changed: [{ id: line.id, version: 1, changes: { unitPriceGrosze: 7_200 }, base: {} }] }),
      ],
      of,
    ).replaceAll('\u00a0', ' ');
    expect(text.split('\n')).toEqual([
      expect.stringContaining('Kompas bis'),
      expect.stringMatching(new RegExp(`${line.no}.*72,00 zł`)),
    ]);
  });

  it('keeps only rows of a list that are new', () => {
    const of = kompas();
    const point = { id: 'P9', teryt: '2264011', address: 'ul. Nowa 1', hours: null, accessibility: null };
    const base = { servicePoints: of.servicePoints };
    const text = leftOver(
      [{ act: 'change', version: 1, changes: { servicePoints: [...of.servicePoints, point] }, base }],
      of,
    );
    expect(text).toContain('ul. Nowa 1');
    expect(text.split('\n')).toHaveLength(1);
  });

  it('has nothing to say of decisions', () => {
    expect(leftOver([{ act: 'leave', memberId: 'M2', linesTo: 'M1' }, budget({})], kompas())).toBe('');
  });
});
