import type { EditionKind } from '@zit/contracts';
import { formatExactInstantPl } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../http/settings';
import { pageAt } from '../mail/link-to';
import { composed } from '../mail/write-mail';
import { slugOf } from './number';

export interface CallNews {
  id: string;
  kind: EditionKind;
  number: string;
  title: string;
  municipality: string;
  deadlineAt: string;
  reason: string | null;
}

const TEMPLATES = { EXTENSION: 'CALL_EXTENDED', ANNEX: 'CALL_CHANGED', ANNULMENT: 'CALL_ANNULLED' } as const;

/**
 * Tells everybody whom a call concerns what became of it, in the transaction of the act. The database finds them: the
 * addresses, and how many offers are being written, are nobody's to know.
 */
export async function tellOfCall(
  manager: EntityManager,
  settings: Pick<Settings, 'publicOrigin' | 'port'>,
  news: CallNews,
): Promise<void> {
  const { id, kind, number, title, municipality, deadlineAt } = news;
  if (kind === 'NOTICE') return;
  const template = TEMPLATES[kind];
  const { subject, text } = composed({
    template,
    number,
    title,
    municipality,
    deadline: deadlineTold(deadlineAt),
    reason: news.reason ?? '',
    link: pageAt(settings, `/ogloszenia/${slugOf(number)}`),
  });
  await manager.query('select tell_call($1, $2, $3, $4)', [id, template, subject, text]);
}

/** „31 marca 2015, 15:30:00 (czas polski, UTC+2)” */
const deadlineTold = (instant: string): string => formatExactInstantPl(instant).replace(/,\d{3} \(/, ' (');
