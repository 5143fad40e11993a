import { stabilityOf, type RankingCall, type Stability } from '@zit/domain';
import { sha256 } from '../journal/sha256';

export interface StabilityTask {
  call: RankingCall;
  /** 32 bits. */
  seed: number;
}

/** Made for a worker thread (a piscina task): 10 000 rankings block their thread for the whole time. */
export const stability = ({ call, seed }: StabilityTask): Stability => stabilityOf(call, sha256, { seed });

export default stability;
