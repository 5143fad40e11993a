import type { EntityManager } from 'typeorm';
import type { Settings } from '../http/settings';
import { MOST_COPIES, TRY_DAYS } from './mail-sender';

/** What whoever runs the portal has to know about its mails, in one line; null: all is well. Never about whom. */
export async function mailState(
  manager: EntityManager,
  { mode, smtpUrl }: Pick<Settings, 'mode' | 'smtpUrl'>,
): Promise<string | null> {
  const [row] = await manager.query<{ waiting: number; given_up: number }[]>(
    `select count(*)::int as waiting,
            (count(*) filter (where send_at = 'infinity' or copies >= ${MOST_COPIES}
               or written_at < now() - ${TRY_DAYS} * interval '1 day'))::int as given_up
     from mail where sent_at is null`,
  );
  if (smtpUrl === null) return mode === 'demo' ? null : `SMTP_URL is not set, ${row?.waiting ?? 0} waiting`;
  return row && row.given_up > 0 ? `${row.given_up} not delivered` : null;
}
