import { createHash, randomBytes } from 'node:crypto';

/** A new session token: 256 random bits, as text for the cookie. Only its SHA-256 is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Name of the session's cookie; behind TLS the prefix makes browsers insist on Secure and Path=/. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-zit' : 'zit');
