import { canonicalJson, type ActingBody, type Role } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { sealedChanges, type Change } from './changes';

/** Every act that leaves a trace; the sentence for each stands in `words.pl/history`. */
export const ACTS = [
  'DENIED',
  'CREATE_CONSORTIUM',
  'CHANGE_CONSORTIUM',
  'ADD_MEMBER',
  'CHANGE_MEMBER',
  'LEAVE_CONSORTIUM',
  'APPOINT_LEADER',
  'CHANGE_BUDGET',
  'DRAFT_DOCUMENT',
  'CHANGE_DOCUMENT',
  'ISSUE_DOCUMENT',
  'CREATE_CALL',
  'PUBLISH_CALL',
  'BEGIN_ANNEX',
  'ABANDON_ANNEX',
  'PUBLISH_ANNEX',
  'EXTEND_CALL',
  'ANNUL_CALL',
  'ASK_QUESTION',
  'ANSWER_QUESTION',
  'RECORD_OUTAGE',
  'CONFIRM_OFFER',
  'REVOKE_CONFIRMATION',
  'SUBMIT_OFFER',
  'AMEND_OFFER',
  'ABANDON_AMENDMENT',
  'WITHDRAW_OFFER',
  'ADMIT_OFFER',
  'ADD_ATTACHMENT',
  'CHANGE_ATTACHMENT',
  'REMOVE_ATTACHMENT',
  'RESTORE_ATTACHMENT',
  'ADD_CALL_ATTACHMENT',
  'CHANGE_CALL_ATTACHMENT',
  'REMOVE_CALL_ATTACHMENT',
  'RESTORE_CALL_ATTACHMENT',
  'CHANGE_SHEET',
  'ASK_RECOMMENDATION',
  'WITHDRAW_RECOMMENDATION',
  'RESOLVE_RECOMMENDATION',
  'PROMISE_LOT',
  'DRAW_LOT',
  'FREEZE_RESULT',
  'APPROVE_RESULT',
  'PUBLISH_RESULT',
  'GIVE_AWARD',
  'END_AWARD',
  'CARRY_AWARD',
  'HAND_IN_CARD',
  'CORRECT_CARD',
  'WRITE_SCORE_NOTE',
  'FORM_COMMISSION',
  'SEAT_PERSON',
  'LEAVE_SEAT',
  'DECLARE_IMPARTIALITY',
  'DECLARE_CONFLICT',
  'ENTER_TIE',
  'END_TIE',
  'DECIDE_CONFLICT',
  'CONFIRM_ASSIGNMENT',
  'CREATE_OFFER',
  'LEND_PART',
  'OPEN_OFFERS',
  'OPEN_LATE_OFFER',
  'CORRECT_OFFER',
  'HAND_IN_CORRECTION',
  'OPEN_CORRECTED_OFFER',
  'ANSWER_FORMAL',
  'DECIDE_FORMAL',
  'ASK_REASONS',
  'ENTER_REASONS',
  'ANSWER_REASONS',
  'LODGE_APPEAL',
  'STATE_APPEAL',
  'DECIDE_APPEAL',
  'CREATE_ORGANISATION',
  'CHANGE_ORGANISATION',
  'SIGN_IN',
  'SIGN_OUT',
  'END_SESSIONS',
  'CHANGE_ACCOUNT',
  'CHANGE_PASSWORD',
  'RESET_PASSWORD',
  'ASK_EMAIL',
  'CONFIRM_EMAIL',
  'ADMIT_ADMINISTRATOR',
  'INVITE',
  'APPROVE_INVITATION',
  'WITHDRAW_INVITATION',
  'ACCEPT_INVITATION',
  'REVOKE_ROLE',
  'VIEW_AS_BEGUN',
  'VIEW_AS_ENDED',
  'ADD_PASSKEY',
  'REMOVE_PASSKEY',
  'ADD_TOTP',
  'REMOVE_TOTP',
  'MAKE_RECOVERY_CODES',
  'USE_RECOVERY_CODE',
  'LINK_IDENTITY',
  'UNLINK_IDENTITY',
  'ACKNOWLEDGE_CLAUSE',
  'EXPORT_DATA',
  'ASK_ERASURE',
  'WITHDRAW_ERASURE',
  'ERASE_PERSON',
  'REFUSE_ERASURE',
  'FORGET_ACCOUNT',
  'APPROVE_RETENTION',
  'REFUSE_RETENTION',
] as const;
export type Act = (typeof ACTS)[number];

/** What an act was done to. */
export type SubjectKind =
  | 'consortium'
  | 'organisation'
  | 'document'
  | 'call'
  | 'offer'
  | 'card'
  | 'outage'
  | 'person'
  | 'grant'
  | 'invitation'
  | 'session'
  | 'journal'
  | 'clause'
  | 'erasure'
  | 'retention'
  | 'mail'
  | 'route';

export interface JournalEntry {
  act: Act;
  subject: { kind: SubjectKind; id: string };
  /** Ids, names of fields, counts, sums, numbers of documents; never a person's data. */
  details: Record<string, unknown>;
  /** Fields before and after; a personal one is marked and its values lie beside the entry. */
  changes?: readonly Change[];
}

/** Who acts: `SignedIn`, or as much of it as is known; no person: the portal itself, or nobody signed in. */
export interface Author {
  personId: string | null;
  actingFor: string | null;
  actingBody?: ActingBody | null;
  /** Grants of the organisation or body acted for. */
  grants?: readonly { role: Role }[];
}

/** Writes an act into the append-only journal, in the transaction of the act itself. */
export async function note(manager: EntityManager, who: Author, entry: JournalEntry): Promise<void> {
  const { act, subject, details, changes = [] } = entry;
  const { open, personal } = sealedChanges(changes);
  const roles = [...new Set((who.grants ?? []).map(({ role }) => role))].sort();
  await manager.query(
    `insert into journal (person_id, organisation_id, body, roles, act, subject_kind, subject_id, details, changes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      who.personId,
      who.actingFor,
      who.actingBody ?? null,
      roles,
      act,
      subject.kind,
      subject.id,
      sealable(details),
      sealable(open),
    ],
  );
  for (const { sha256, salt, value } of personal)
    await manager.query('insert into journal_personal (sha256, salt, value, person_id) values ($1, $2, $3, $4)', [
      sha256,
      salt,
      JSON.stringify(value),
      subject.kind === 'person' ? subject.id : null,
    ]);
}

/**
 * The canonical text under which a value is kept and later hashed. What no text of the database can carry (NUL, half a
 * surrogate pair) becomes the replacement character, as in the columns: an entry must be readable for ever.
 */
const sealable = (value: unknown): string =>
  canonicalJson(
    JSON.parse(
      JSON.stringify(value, (_, item: unknown) =>
        typeof item === 'string' ? item.replace(/[\0\ud800-\udfff]/gu, '\ufffd') : item,
      ),
    ),
  );
