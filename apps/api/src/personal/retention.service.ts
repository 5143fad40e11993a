import { Injectable } from '@nestjs/common';
import type { DecideRetention, RetentionList, RetentionProposal } from '@zit/contracts';
import { retentionClass, type RetentionClass } from '@zit/domain';
import { personalWords, retentionWords } from '@zit/words.pl/personal';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { mayDo, mustBeConfirmed } from '../people/granter';
import { forgetAccounts } from './forget-accounts';
import { removeOutdated } from './retention';

interface ProposalRecord {
  id: string;
  kind: string;
  rows: number;
  before: Date;
  proposedAt: Date;
  state: RetentionProposal['state'];
  removed: number | null;
}

const MOST = 100;

/** What is past its time goes when a person agrees; the worker only proposes. */
@Injectable()
export class RetentionService {
  constructor(private readonly door: Door) {}

  async list(who: SignedIn): Promise<RetentionList> {
    mayDo(who, 'listRetention', { organisationId: null });
    const records = await this.door.gateFor({ hat: who }, (manager) => readProposals(manager, null));
    return { items: records.map(answerOf) };
  }

  decide(who: SignedIn, id: string, { decision }: DecideRetention): Promise<RetentionProposal> {
    return this.door.gateFor({ hat: who }, async (manager) => {
      await manager.query('select from retention_proposal where id = $1 for update', [id]);
      const record = await one(manager, id);
      mayDo(who, 'decideRetention', { organisationId: null, state: record.state }, personalWords.retentionDecided);
      mustBeConfirmed(who);
      const approved = decision === 'APPROVE';
      const each = retentionClass(record.kind);
      // A class that is gone lets nothing go any more.
      const removed = !approved ? null : each ? await letGo(manager, who, each, record.before) : 0;
      await manager.query(
        'update retention_proposal set state = $2, decided_by = $3, decided_at = now(), removed = $4 where id = $1',
        [id, approved ? 'APPROVED' : 'REFUSED', who.personId, removed],
      );
      await note(manager, who, {
        act: approved ? 'APPROVE_RETENTION' : 'REFUSE_RETENTION',
        subject: { kind: 'retention', id },
        details: { kind: record.kind, before: record.before.toISOString(), removed },
      });
      return answerOf(await one(manager, id));
    });
  }
}

const letGo = (manager: EntityManager, who: SignedIn, each: RetentionClass, before: Date): Promise<number> =>
  each.kind === 'ACCOUNT' ? forgetAccounts(manager, who, before) : removeOutdated(manager, each, before);

const readProposals = (manager: EntityManager, id: string | null): Promise<ProposalRecord[]> =>
  manager.query<ProposalRecord[]>(
    `select id, kind, rows, before, proposed_at as "proposedAt", state, removed from retention_proposal
     where $1::uuid is null or id = $1 order by state = 'PROPOSED' desc, proposed_at desc, id limit ${MOST}`,
    [id],
  );

/** @throws 404 */
async function one(manager: EntityManager, id: string): Promise<ProposalRecord> {
  const [record] = await readProposals(manager, id);
  if (!record) throw notFound();
  return record;
}

const answerOf = ({ before, proposedAt, ...record }: ProposalRecord): RetentionProposal => ({
  ...record,
  title: retentionWords[record.kind]?.title ?? record.kind,
  ground: retentionWords[record.kind]?.ground ?? '',
  before: before.toISOString(),
  proposedAt: proposedAt.toISOString(),
});
