import { Injectable } from '@nestjs/common';
import type { AskErasure, DecideErasure, ErasureItem, ErasureList, OwnErasure } from '@zit/contracts';
import { decide } from '@zit/domain';
import { personalWords } from '@zit/words.pl/personal';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { forbidden, notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { writeMail } from '../mail/write-mail';
import { lockGrants, mayDo, mustBeConfirmed } from '../people/granter';
import { erasePerson } from './erase-person';
import { planErasure } from './erasure-plan';
import { lastOfRole, mustHaveSuccessor } from './last-of-role';
import { whoseRows, type Whose } from './own-rows';

interface ErasureRecord {
  id: string;
  personId: string;
  personName: string | null;
  askedAt: Date;
  reason: string | null;
  state: ErasureItem['state'];
  ground: string | null;
  decidedAt: Date | null;
}

/** Requests shown at once; older ones have been decided and stand in the journal. */
const MOST = 100;

/** Being forgotten: the person asks, another person decides, on a plan of what goes and what has to stay. */
@Injectable()
export class ErasureService {
  constructor(private readonly door: Door) {}

  own(who: SignedIn): Promise<OwnErasure> {
    return this.door.gateFor({ successors: who.personId }, async (manager) => {
      const [last] = await readErasures(manager, 'e.person_id = $1', [who.personId]);
      const waits = last?.state === 'ASKED';
      const reason = waits ? null : await lastOfRole(manager, who.personId);
      return { asked: last ? answerOf(last) : null, may: { ask: !waits && reason === null, reason } };
    });
  }

  /** Asking again while a request waits changes nothing. @throws 422 while nobody could follow this person */
  async ask(who: SignedIn, { reason }: AskErasure): Promise<void> {
    mustBeConfirmed(who);
    await this.door.gateFor({ successors: who.personId }, async (manager) => {
      await lockGrants(manager);
      await mustHaveSuccessor(manager, who.personId);
      const [asked] = await manager.query<{ id: string }[]>(
        `insert into erasure (person_id, reason) values ($1, $2) on conflict do nothing returning id`,
        [who.personId, reason?.trim() || null],
      );
      if (asked)
        await note(manager, who, { act: 'ASK_ERASURE', subject: { kind: 'erasure', id: asked.id }, details: {} });
    });
  }

  /** As long as nobody has decided. @throws 404 */
  async withdraw(who: SignedIn): Promise<void> {
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      // Decisions are made under the same lock.
      await lockGrants(manager);
      const [taken] = await manager.query<[{ id: string }[], number]>(
        `update erasure set state = 'WITHDRAWN', decided_at = now(), reason = null
         where person_id = $1 and state = 'ASKED' returning id`,
        [who.personId],
      );
      const id = taken[0]?.id;
      if (!id) throw notFound(personalWords.nothingAsked);
      await note(manager, who, { act: 'WITHDRAW_ERASURE', subject: { kind: 'erasure', id }, details: {} });
    });
  }

  /** Those that wait come first, each with its plan. */
  async list(who: SignedIn): Promise<ErasureList> {
    mayDo(who, 'listErasures', { organisationId: null });
    const records = await this.door.gateFor({ hat: who }, (manager) => readErasures(manager, 'true', []));
    const items: ErasureItem[] = [];
    for (const record of records) items.push(await this.item(who, record));
    return { items };
  }

  async decide(who: SignedIn, id: string, { decision, ground }: DecideErasure): Promise<ErasureItem> {
    const decided = await this.door.gateFor({ hat: who }, async (manager) => {
      await lockGrants(manager);
      const record = await one(manager, id);
      mayDo(who, 'decideErasure', { organisationId: null, state: record.state }, personalWords.decided);
      mustBeConfirmed(who);
      if (record.personId === who.personId) throw forbidden(personalWords.ownErasure);
      const answer = { ground: ground.trim(), to: await addressOf(manager, record.personId) };
      if (decision === 'ERASE') {
        await mustHaveSuccessor(manager, record.personId);
        await erasePerson(manager, record.personId);
        // After everything of theirs went: the answer has to find them (RODO, art. 12 ust. 3 i 4).
        await writeMail(manager, { template: 'NOTICE_ERASED', ...answer });
      } else await writeMail(manager, { template: 'NOTICE_ERASURE_REFUSED', ...answer });
      await manager.query(
        `update erasure set state = $2, ground = $3, decided_by = $4, decided_at = now() where id = $1`,
        [id, decision === 'ERASE' ? 'ERASED' : 'REFUSED', answer.ground, who.personId],
      );
      await note(manager, who, {
        act: decision === 'ERASE' ? 'ERASE_PERSON' : 'REFUSE_ERASURE',
        subject: { kind: 'erasure', id },
        details: { personId: record.personId },
      });
      return one(manager, id);
    });
    return this.item(who, decided);
  }

  private async item(who: SignedIn, record: ErasureRecord): Promise<ErasureItem> {
    const { id, personId, personName, reason } = record;
    const own = personId === who.personId;
    const { allow, reason: closed } = decide(who, 'decideErasure', {}, record.state);
    return {
      id,
      personId,
      personName,
      reason,
      ...answerOf(record),
      may: {
        decide: allow && !own,
        reason: own ? personalWords.ownErasure : closed === 'VIEW_ONLY' ? viewOnlyReason : null,
      },
      plan: record.state === 'ASKED' ? await this.plan(who, personId) : [],
    };
  }

  private async plan(who: SignedIn, personId: string): Promise<ErasureItem['plan']> {
    const gate = await this.door.gateFor({ hat: who }, async (manager) => {
      const whose: Whose = await whoseRows(manager, personId);
      return { whose, rows: await planErasure(manager, 'gate', whose) };
    });
    const worked = await this.door.audit((manager) => planErasure(manager, 'audit', gate.whose));
    return [...gate.rows, ...worked];
  }
}

const answerOf = ({ askedAt, state, ground, decidedAt }: ErasureRecord): NonNullable<OwnErasure['asked']> => ({
  askedAt: askedAt.toISOString(),
  state,
  ground,
  decidedAt: decidedAt?.toISOString() ?? null,
});

const readErasures = (manager: EntityManager, where: string, values: unknown[]): Promise<ErasureRecord[]> =>
  manager.query<ErasureRecord[]>(
    `select e.id, e.person_id as "personId", p.name as "personName", e.asked_at as "askedAt", e.reason, e.state,
            e.ground, e.decided_at as "decidedAt"
     from erasure e join person p on p.id = e.person_id where ${where}
     order by e.state = 'ASKED' desc, e.asked_at desc, e.id limit ${MOST}`,
    values,
  );

/** @throws 404 */
async function one(manager: EntityManager, id: string): Promise<ErasureRecord> {
  const [record] = await readErasures(manager, 'e.id = $1', [id]);
  if (!record) throw notFound();
  return record;
}

/** Whoever asked and is not yet forgotten has an address. @throws 404 */
async function addressOf(manager: EntityManager, personId: string): Promise<string> {
  const [person] = await manager.query<{ email: string | null }[]>('select email from person where id = $1', [
    personId,
  ]);
  if (!person?.email) throw notFound();
  return person.email;
}
