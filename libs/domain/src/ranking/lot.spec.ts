import { shortHash as sha256 } from '../../test/random-calls';
import { commitmentOf, drawLot, lotFault } from './lot';
import { ticketOf } from './tie';

const HALF = '3f'.repeat(32);

describe('a witnessed lot', () => {
  it('shows before the draw only what nobody can read the portal’s half from', () => {
    const commitment = commitmentOf(HALF, sha256);
    expect(commitment).not.toContain(HALF);
    expect(drawLot(HALF, '7 13 21', sha256).commitment).toBe(commitment);
  });

  it('has a seed that both halves make: another word of the witnesses is another order of tickets', () => {
    const offers = ['1', '2', '3', '4', '5', '6'];
    const order = (said: string): string =>
      [...offers]
        .sort((a, b) => {
          const { seed } = drawLot(HALF, said, sha256);
          return (ticketOf(sha256, seed, a) ?? '') < (ticketOf(sha256, seed, b) ?? '') ? -1 : 1;
        })
        .join();
    expect(order('7 13 21')).toBe(order('  7 13 21 '));
    const words = Array.from({ length: 40 }, (_, at) => `kula ${at}`);
    expect(new Set(words.map((said) => drawLot(HALF, said, sha256).seed)).size).toBe(words.length);
    expect(new Set(words.map(order)).size).toBeGreaterThan(1);
    expect(drawLot('aa'.repeat(32), '7 13 21', sha256).seed).not.toBe(drawLot(HALF, '7 13 21', sha256).seed);
  });

  it('names a half that was changed after it was promised, and a seed that does not follow', () => {
    const lot = drawLot(HALF, '7 13 21', sha256);
    expect(lotFault(lot, sha256)).toBeNull();
    expect(lotFault({ ...lot, portalHalf: 'aa'.repeat(32) }, sha256)).toBe('COMMITMENT');
    expect(lotFault({ ...lot, witnessHalf: '7 13 22' }, sha256)).toBe('SEED');
  });
});
