import type { EntityManager } from 'typeorm';

/** Every act that leaves a trace; the sentence for each stands in `words.pl/history`. */
export type Act =
  | 'CREATE_CONSORTIUM'
  | 'CHANGE_CONSORTIUM'
  | 'ADD_MEMBER'
  | 'CHANGE_MEMBER'
  | 'LEAVE_CONSORTIUM'
  | 'APPOINT_LEADER'
  | 'CHANGE_BUDGET'
  | 'DRAFT_DOCUMENT'
  | 'CHANGE_DOCUMENT'
  | 'ISSUE_DOCUMENT'
  | 'CREATE_ORGANISATION'
  | 'CHANGE_ORGANISATION';

export interface JournalEntry {
  act: Act;
  subject: { kind: 'consortium' | 'organisation'; id: string };
  /** Ids, names of fields, counts, sums, numbers of documents; never a person's data. */
  details: Record<string, unknown>;
}

/** Writes an act into the append-only journal, in the transaction of the act itself. */
export async function note(
  manager: EntityManager,
  who: { personId: string; actingFor: string | null },
  entry: JournalEntry,
): Promise<void> {
  await manager.query(
    `insert into journal (person_id, organisation_id, act, subject_kind, subject_id, details)
     values ($1, $2, $3, $4, $5, $6)`,
    [who.personId, who.actingFor, entry.act, entry.subject.kind, entry.subject.id, JSON.stringify(entry.details)],
  );
}
