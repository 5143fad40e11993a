import { randomInt } from 'node:crypto';
import { sha256 } from '../session/token';

/** Crockford's: no I, L, O and U, so that a code on paper is read back as it was written. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits: no list of codes can be tried through, not even against a stolen database. */
const LENGTH = 16;
const GROUP = /.{4}(?=.)/g;

/** A new code as people see it: `7F3K-0M2Q-X9TD-4W8B`. */
export function newRecoveryCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return letters.join('').replaceAll(GROUP, '$&-');
}

/** What is stored of a code; written small, without hyphens or with look-alikes, it is the same code. */
export function recoveryCodeHash(personId: string, code: string): Buffer {
  const plain = code
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015-]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return sha256(`recovery:${personId}:${plain}`);
}
