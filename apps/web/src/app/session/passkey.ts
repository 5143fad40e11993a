import type { Problem } from '@zit/contracts';
import { sessionWords } from '@zit/words.pl/session-page';
import { ProblemError, problemText } from '../ui/problem';

type Json = Record<string, unknown>;

/** WebAuthn's JSON forms are the server's business; the library reads what it needs of them. */
const webauthn = () => import('@simplewebauthn/browser');

/** Asks the browser for a passkey of this portal. Throws the browser's own error when the person says no. */
export async function showPasskey(options: Json): Promise<Json> {
  const { startAuthentication } = await webauthn();
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
  return { ...(await startAuthentication({ optionsJSON: options as unknown as Options })) };
}

/** Has the browser make a passkey for this portal. Throws the browser's own error when the person says no. */
export async function makePasskey(options: Json): Promise<Json> {
  const { startRegistration } = await webauthn();
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
  return { ...(await startRegistration({ optionsJSON: options as unknown as Options })) };
}

/** What was wrong with the one field says more than „popraw zaznaczone pola”. */
const refusalText = (problem: Problem): string =>
  (problem.errors ?? []).map(({ message }) => message).join(' ') || problemText(problem);

/** The sentence for people about whatever went wrong with a passkey, in the browser or on the server. */
export function passkeyFaultText(thrown: unknown): string {
  const words = sessionWords.passkeyFaults;
  if (thrown instanceof ProblemError) return refusalText(thrown.problem);
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return words.cancelled;
  if (name === 'InvalidStateError') return words.known;
  return typeof PublicKeyCredential === 'undefined' ? words.unsupported : words.failed;
}
