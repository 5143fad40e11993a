import type { EntityManager } from 'typeorm';
import { sha256 } from '../session/token';

/** Long enough to type a password and a code there. */
const LIFE_MINUTES = 10;

/** A sign-in that is under way at a provider. */
export interface Flow {
  provider: string;
  nonce: string;
  codeVerifier: string;
  /** The person who links an identity to their account; null: signing in. */
  personId: string | null;
}

/** State and cookie only count together: a state that was read elsewhere leads nowhere in another browser. */
const keyOf = (state: string, browser: string): Buffer => sha256(`${browser}\n${state}`);

/** The worker clears away what was never finished. */
export async function keepFlow(manager: EntityManager, state: string, browser: string, flow: Flow): Promise<void> {
  await manager.query(
    'insert into provider_flow (state_sha256, provider, nonce, code_verifier, person_id) values ($1, $2, $3, $4, $5)',
    [keyOf(state, browser), flow.provider, flow.nonce, flow.codeVerifier, flow.personId],
  );
}

/** Takes a flow away, once and for all, whatever becomes of it; null: not of this browser, used, or too old. */
export async function takeFlow(manager: EntityManager, state: string, browser: string): Promise<Flow | null> {
  const [[flow]] = await manager.query<[Flow[], number]>(
    `delete from provider_flow where state_sha256 = $1 and begun_at > now() - $2 * interval '1 minute'
     returning provider, nonce, code_verifier as "codeVerifier", person_id as "personId"`,
    [keyOf(state, browser), LIFE_MINUTES],
  );
  return flow ?? null;
}
