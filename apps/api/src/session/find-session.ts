import type { SessionLevel } from '@zit/contracts';
import { bodyOf, type ActingBody, type Role } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { NamedGrant, SignedIn } from '../http/signed-in';

/** Without a request a session ends after this; whoever decides for a public body gets the shorter one. */
const IDLE_MINUTES = { staff: 30, others: 60 };
const STAFF: readonly Role[] = [
  'ADMINISTRATOR',
  'COUNTY_OPERATOR',
  'MUNICIPALITY_OFFICER',
  'TREASURER',
  'MUNICIPALITY_SIGNER',
  'ASSESSOR',
  'CHAIR',
  'DEFS_OFFICER',
  'AUDITOR',
];
/** In all, and no extension helps. */
const ABSOLUTE_HOURS = 12;
/** How long a proof of who one is lasts. */
const CONFIRMED_MINUTES = 10;

export interface SessionRecord {
  id: string;
  personId: string;
  name: string;
  email: string;
  actingFor: string | null;
  actingBody: ActingBody | null;
  level: SessionLevel;
  confirmed: boolean;
  viewer: SignedIn['viewer'];
  expiresAt: string;
  /** What `expiresAt` becomes when this request counts as a sign of life. */
  extendedTo: string;
  endsAt: string;
  /** Seen within the last minute: no need to write that again. */
  fresh: boolean;
  grants: NamedGrant[];
}

/**
 * The living session of a token, in one query; null when there is none (any more). The question itself stands with the
 * tables: `migrations/rows/recognise.ts`.
 * @param awake this request is a person's, and a sign of life
 */
export async function findSession(
  manager: EntityManager,
  tokenSha256: Buffer,
  awake: boolean,
): Promise<SessionRecord | null> {
  const [row] = await manager.query<{ session: SessionRecord | null }[]>(
    'select recognise($1, $2, $3, $4, $5, $6, $7) as session',
    [
      tokenSha256,
      STAFF,
      `${IDLE_MINUTES.staff} minutes`,
      `${IDLE_MINUTES.others} minutes`,
      `${ABSOLUTE_HOURS} hours`,
      `${CONFIRMED_MINUTES} minutes`,
      awake,
    ],
  );
  return row?.session ?? null;
}

/** Grants of the organisation acted for, or of the body; never of both, and for oneself only none. */
export const countsFor =
  ({ actingFor, actingBody }: Pick<SessionRecord, 'actingFor' | 'actingBody'>) =>
  (grant: NamedGrant): boolean =>
    grant.organisationId === null
      ? actingFor === null && actingBody !== null && actingBody === bodyOf(grant.role)
      : grant.organisationId === actingFor;
