import type { SignedIn } from '../http/signed-in';

/** The person who acts, as far as rules and the journal need to know. */
export type Actor = Pick<SignedIn, 'personId' | 'actingFor' | 'actingBody' | 'grants'> &
  Partial<Pick<SignedIn, 'viewer'>>;
