import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CarryAward, ConsortiumAward } from '@zit/contracts';
import { TEMPLATE_VERSIONS } from '@zit/documents/builders/template-versions';
import { inWarsaw, type ConsortiumAccess } from '@zit/domain';
import { awardWords as words } from '@zit/words.pl/award';
import type { EntityManager } from 'typeorm';
import { lockConsortium, mayOf, openConsortium } from '../consortium/open-consortium';
import { readConsortium, type ConsortiumRecord } from '../consortium/read-consortium';
import { Door } from '../database/door';
import { forbidden, notFound, stale } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { lineChanges } from '../journal/line-changes';
import { note } from '../journal/note';
import { awardOfConsortium, type AwardOfConsortium } from './award-rows';
import { carryPlan, type CarryPlan } from './carry-plan';
import { frozenOffer } from './frozen-offer';
import { writeRooms } from './write-rooms';

/**
 * Carries an awarded offer into the rooms of its consortium, so that the agreement is drafted from what was received
 * (decision 16). Whoever may issue the agreement may: the leader's coordinator, the municipality, the programme.
 */
@Injectable()
export class CarryService {
  constructor(private readonly door: Door) {}

  /** @throws 404 */
  read(who: SignedIn, consortiumId: string): Promise<ConsortiumAward> {
    return this.door.read(who, async (manager) => {
      const access = await openConsortium(manager, who, consortiumId);
      return answer(manager, consortiumId, access);
    });
  }

  /**
   * One act for all of it; repeated it finds nothing to change and answers. @throws 404, 403 with what is in the way,
   * 409 STALE: not what was looked at
   */
  carry(who: SignedIn, consortiumId: string, given: CarryAward): Promise<ConsortiumAward> {
    return this.door.write(who, async (manager) => {
      const access = await lockConsortium(manager, who, consortiumId, 'issue');
      await manager.query('select from award where id = $1 for no key update', [given.award]);
      const { award, plan, before } = await look(manager, consortiumId);
      if (award?.id !== given.award) throw notFound();
      // Done, and nothing has changed since: the same request once more.
      const done = award.carriedAt !== null && plan !== null && !plan.differences.changed;
      if (done) return answer(manager, consortiumId, access);
      if (!plan) throw forbidden(words.blocks.notInSight);
      if (plan.blocks.length > 0) throw forbidden(plan.blocks.map(({ text }) => text).join(' '));
      if (plan.checked !== given.checked) throw stale([], await answer(manager, consortiumId, access));
      await writeRooms(manager, who, before, plan.after);
      await carried(manager, who, consortiumId, award, before);
      return answer(manager, consortiumId, access);
    });
  }
}

async function look(
  manager: EntityManager,
  consortiumId: string,
): Promise<{ award: AwardOfConsortium | null; plan: CarryPlan | null; before: ConsortiumRecord }> {
  const award = await awardOfConsortium(manager, consortiumId);
  const before = await readConsortium(manager, consortiumId);
  const offer = award && (await frozenOffer(manager, award.offer));
  if (!award || !offer) return { award, plan: null, before };
  const [issued] = await manager.query<{ number: string }[]>(
    `select number from document where consortium_id = $1 and kind = 'PARTNERSHIP_AGREEMENT' and status = 'ISSUED'`,
    [consortiumId],
  );
  return { award, plan: carryPlan(award, offer, before, issued?.number ?? null), before };
}

async function answer(
  manager: EntityManager,
  consortiumId: string,
  access: ConsortiumAccess,
): Promise<ConsortiumAward> {
  const { award, plan } = await look(manager, consortiumId);
  const may = { mayCarry: access.issue, reason: access.issue ? null : mayOf(access).reason };
  if (!award) return { award: null, differences: null, checked: null, blocks: [], agreementId: null, ...may };
  const { offerId: _, ...shown } = award;
  const [document] = await manager.query<{ id: string }[]>(
    `select id from document where award_id = $1 order by status = 'ISSUED' desc, created_at desc limit 1`,
    [award.id],
  );
  const agreementId = document?.id ?? null;
  if (!plan) {
    const blocks = [{ code: 'NOT_IN_SIGHT', text: words.blocks.notInSight } as const];
    return { award: shown, differences: null, checked: null, blocks, agreementId, ...may };
  }
  const { differences, checked, blocks } = plan;
  return { award: shown, differences, checked, blocks, agreementId, ...may };
}

/** Says that it was done, and opens the draft of the agreement where there is none yet. */
async function carried(
  manager: EntityManager,
  who: SignedIn,
  consortiumId: string,
  award: AwardOfConsortium,
  before: ConsortiumRecord,
): Promise<void> {
  if (award.carriedAt === null)
    await manager.query('update award set carried_at = clock_timestamp(), carried_by = $2 where id = $1', [
      award.id,
      who.personId,
    ]);
  const written = await readConsortium(manager, consortiumId);
  await note(manager, who, {
    act: 'CARRY_AWARD',
    subject: { kind: 'consortium', id: consortiumId },
    details: { awardId: award.id, totalGrosze: award.totalGrosze, lines: written.lines.length },
    changes: lineChanges(before.lines, written.lines),
  });
  const [drafted] = await manager.query<unknown[]>('select from document where award_id = $1', [award.id]);
  if (drafted) return;
  const id = randomUUID();
  const kind = 'PARTNERSHIP_AGREEMENT';
  await manager.query(
    `insert into document
       (id, consortium_id, kind, template_version, date, place, copies, created_by, award_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[id, consortiumId, kind, TEMPLATE_VERSIONS[kind].version, inWarsaw(new Date().toISOString()).date],
      ...[written.centre.municipality, Math.min(Math.max(written.members.length, 1), 100), who.personId, award.id],
    ],
  );
  await note(manager, who, {
    act: 'DRAFT_DOCUMENT',
    subject: { kind: 'consortium', id: consortiumId },
    details: { documentId: id, kind, organisationId: null },
  });
}
