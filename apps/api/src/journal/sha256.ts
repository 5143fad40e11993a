import * as crypto from 'node:crypto';

// `hash` does it at once, but Node before 20.12 has none.
const atOnce = (crypto as Partial<Pick<typeof crypto, 'hash'>>).hash;

const inSteps = (text: string): string => crypto.createHash('sha256').update(text).digest('hex');

/** SHA-256 of the UTF-8 bytes of a text, in hex. */
export const sha256 = atOnce ? (text: string): string => atOnce('sha256', text, 'hex') : inSteps;
