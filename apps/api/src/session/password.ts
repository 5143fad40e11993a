import { availableParallelism } from 'node:os';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { busy } from '../http/problem-error';

/** OWASP minimum for argon2id: 19 MiB, two passes, one lane. */
const STRENGTH = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Each takes a core and 19 MiB: one core stays free for everybody else, and so does one of the four threads that files
 * are read on. Beyond fifty waiting the door says „later”.
 */
export const HASHED_AT_ONCE = Math.min(3, Math.max(1, availableParallelism() - 1));
const MAX_WAITING = 50;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= HASHED_AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw busy(5);
    await new Promise<void>((go) => waiting.push(go));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** PHC string of a password, argon2id; one letter is one code, whatever the keyboard composed. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), STRENGTH));

/** Hash of a password that nobody has: an unknown e-mail costs as much time as a wrong password. */
const nobody = hash('nobody has this password', STRENGTH);

/** True when the password fits; without a stored hash it takes as long and says no. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await nobody);
  const fits = await inTurn(() => verify(against, password.normalize('NFC')));
  return fits && stored !== null;
}
