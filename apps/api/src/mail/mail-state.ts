import type { EntityManager } from 'typeorm';
import { MOST_COPIES, TRY_DAYS } from './mail-sender';

/** Mails leave within seconds; one that is older waits for something. */
const LATE_MINUTES = 15;

/**
 * What whoever runs the portal has to know about its mails, in one line; null: all is well. It asks the table and not
 * the settings, because another process sends. Never about whom.
 */
export async function mailState(manager: EntityManager): Promise<string | null> {
  const [row] = await manager.query<{ late: number; given_up: number }[]>(
    `select (count(*) filter (where not ended and written_at < now() - ${LATE_MINUTES} * interval '1 minute'))::int as late,
            (count(*) filter (where ended))::int as given_up
     from (select written_at, send_at = 'infinity' or copies >= ${MOST_COPIES}
                    or written_at < now() - ${TRY_DAYS} * interval '1 day' as ended
           from mail where sent_at is null) as unsent`,
  );
  const parts = [row?.late ? `${row.late} late` : '', row?.given_up ? `${row.given_up} not delivered` : ''];
  return parts.filter(Boolean).join(', ') || null;
}
