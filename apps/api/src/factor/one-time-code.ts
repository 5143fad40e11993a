import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';

/** RFC 6238 as all the usual applications have it: SHA-1, six digits, a new code every 30 seconds. */
const STEP_SECONDS = 30;

/** A new secret, 160 bits in base32. */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** The code of the moment `at` (milliseconds since 1970). */
export const totpCode = (secret: string, at: number): string =>
  generateSync({ secret, epoch: Math.floor(at / 1000), period: STEP_SECONDS });

/** What the QR code says; `label` is shown in the person's application only. */
export const totpUri = (secret: string, issuer: string, label: string): string =>
  generateURI({ secret, issuer, label, period: STEP_SECONDS });

/**
 * The step (number of 30 seconds since 1970) that the code belongs to: the present one, the one before or the one
 * after, because clocks differ and people type slowly. Null: it is none of these, or not later than `lastStep`.
 */
export function stepOfCode(secret: string, code: string, lastStep: number, at: number): number | null {
  const epoch = Math.floor(at / 1000);
  const present = Math.floor(epoch / STEP_SECONDS);
  for (const step of [present - 1, present, present + 1])
    if (step > lastStep && verifySync({ secret, token: code, epoch: step * STEP_SECONDS, period: STEP_SECONDS }).valid)
      return step;
  return null;
}
