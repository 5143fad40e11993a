import type { Sha256 } from '../journal/entry';

/**
 * A witnessed lot (decision 15): the portal commits to its half before the witnesses say theirs, so that neither can
 * steer the seed, and anybody checks both afterwards.
 */
export interface DrawnLot {
  /** SHA-256 of the seed's halves, which the tickets follow from. */
  seed: string;
  /** SHA-256 of the portal's half, shown before the witnesses spoke. */
  commitment: string;
  portalHalf: string;
  /** As the witnesses said it, without spaces around it. */
  witnessHalf: string;
}

/** What is shown before the draw: SHA-256 of the portal's half. */
export const commitmentOf = (portalHalf: string, sha256: Sha256): string => sha256(portalHalf);

/** The lot that two halves make: its seed is the SHA-256 of the portal's half, a space and the witnesses'. */
export function drawLot(portalHalf: string, witnessHalf: string, sha256: Sha256): DrawnLot {
  const said = witnessHalf.trim();
  return {
    seed: sha256(`${portalHalf} ${said}`),
    commitment: commitmentOf(portalHalf, sha256),
    ...{ portalHalf, witnessHalf: said },
  };
}

/** What is wrong with a lot that was published: another portal's half than was promised, or another seed; null: nothing. */
export function lotFault(lot: DrawnLot, sha256: Sha256): 'COMMITMENT' | 'SEED' | null {
  const right = drawLot(lot.portalHalf, lot.witnessHalf, sha256);
  if (right.commitment !== lot.commitment) return 'COMMITMENT';
  return right.seed === lot.seed ? null : 'SEED';
}
