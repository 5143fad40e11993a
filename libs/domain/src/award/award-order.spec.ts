import { awardTurns, type ListedOffer } from './award-order';

const A: ListedOffer = { offer: 'A', status: 'selected', zitGrosze: 28_050_000 };
const B: ListedOffer = { offer: 'B', status: 'selected', zitGrosze: 10_000_000 };
const C: ListedOffer = { offer: 'C', status: 'reserve', zitGrosze: 27_000_000 };
const D: ListedOffer = { offer: 'D', status: 'reserve', zitGrosze: 5_000_000 };
const given = ({ offer, zitGrosze }: ListedOffer, ended = false) => ({ offer, zitGrosze, ended });
const ONE = { centres: 1, moneyGrosze: null };

describe('whose turn it is to be awarded', () => {
  it('the first of the list, and nobody before it', () => {
    expect(awardTurns([A, B, C], [], { centres: 2, moneyGrosze: null })).toEqual(['NEXT', 'EARLIER', 'EARLIER']);
    expect(awardTurns([A, B, C], [given(A)], { centres: 2, moneyGrosze: null })).toEqual([
      'AWARDED',
      'NEXT',
      'EARLIER',
    ]);
  });

  it('the reserve list waits until an award falls through, and moves up in its order', () => {
    expect(awardTurns([A, C, D], [given(A)], ONE)).toEqual(['AWARDED', 'PLACES', 'PLACES']);
    expect(awardTurns([A, C, D], [given(A, true)], ONE)).toEqual(['ENDED', 'NEXT', 'EARLIER']);
    expect(awardTurns([A, C, D], [given(A, true), given(C)], ONE)).toEqual(['ENDED', 'AWARDED', 'PLACES']);
    expect(awardTurns([A, C, D], [given(A, true), given(C, true)], ONE)).toEqual(['ENDED', 'ENDED', 'NEXT']);
  });

  it('without a number of centres as many stand as were selected', () => {
    const open = { centres: null, moneyGrosze: null };
    expect(awardTurns([A, C], [given(A)], open)).toEqual(['AWARDED', 'PLACES']);
    expect(awardTurns([A, C], [given(A, true)], open)).toEqual(['ENDED', 'NEXT']);
  });

  it('money of the call holds to the grosz, and who asks for less does not overtake', () => {
    const limits = (moneyGrosze: number) => ({ centres: 3, moneyGrosze });
    const both = A.zitGrosze + C.zitGrosze;
    expect(awardTurns([A, C, D], [given(A)], limits(both))).toEqual(['AWARDED', 'NEXT', 'EARLIER']);
    expect(awardTurns([A, C, D], [given(A)], limits(both - 1))).toEqual(['AWARDED', 'MONEY', 'EARLIER']);
  });
});
