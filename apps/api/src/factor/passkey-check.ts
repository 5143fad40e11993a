import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { factorWords } from '@zit/words.pl/factor';
import { wrongFactor } from './enrolment';
import type { RelyingParty } from './relying-party';

/** EdDSA, ES256 and RS256: what authenticators have; what the library would add is experimental in Node. */
export const ALGORITHMS = [-8, -7, -257];

/** What a browser sent, in WebAuthn's JSON form; nothing of it is believed before the checks below. */
export type BrowserAnswer = Readonly<Record<string, unknown>>;

type Registered = Extract<
  Awaited<ReturnType<typeof verifyRegistrationResponse>>,
  { verified: true }
>['registrationInfo'];
type Shown = Awaited<ReturnType<typeof verifyAuthenticationResponse>>['authenticationInfo'];

/** @throws ProblemError 403 `WRONG_FACTOR` unless it is a new passkey for this challenge, made here by a verified person */
export function checkNewPasskey(party: RelyingParty, challenge: string, answer: BrowserAnswer): Promise<Registered> {
  const response = answer as unknown as RegistrationResponseJSON;
  return refused(async () => {
    if (!isAnonymous(response.response.attestationObject)) return null;
    const result = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return result.verified ? result.registrationInfo : null;
  });
}

/**
 * A counter that does not grow means that the key exists twice; the library refuses that as well.
 * @throws ProblemError 403 `WRONG_FACTOR` unless this credential signed this challenge here, for a verified person
 */
export function checkPasskey(
  party: RelyingParty,
  challenge: string,
  answer: BrowserAnswer,
  credential: WebAuthnCredential,
): Promise<Shown> {
  return refused(async () => {
    const result = await verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential,
      requireUserVerification: true,
    });
    return result.verified ? result.authenticationInfo : null;
  });
}

/**
 * No certificates: we ask for none, and checking one may fetch lists from addresses that it names itself.
 */
function isAnonymous(attestationObject: string): boolean {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = attestation.get('fmt');
  return format === 'none' || (format === 'packed' && attestation.get('attStmt').get('x5c') === undefined);
}

/** The library tells every refusal, and every shape it cannot read, by throwing: for the person all are the same. */
async function refused<Result>(check: () => Promise<Result | null>): Promise<Result> {
  const result = await check().catch((error: unknown) => {
    if (error instanceof Error) return null;
    throw error;
  });
  if (result === null) throw wrongFactor(factorWords.passkeyRefused);
  return result;
}
