import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CreateOffer, OfferCall, OfferResponse } from '@zit/contracts';
import {
  beginOffer,
  copyOffer,
  formatInstantPl,
  OFFER_FORM,
  offerDecision,
  readSheet,
  type CopyMember,
  type SheetValues,
} from '@zit/domain';
import { offerActWords as words } from '@zit/words.pl/offer-acts';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { standingOf } from '../consortium/open-consortium';
import { readConsortium, type ConsortiumRecord } from '../consortium/read-consortium';
import { Door } from '../database/door';
import { duplicate, forbidden, notFound, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { SheetService } from '../sheet/sheet.service';
import { touch } from './offer.service';
import { openOffer } from './open-offer';
import { readOffer, readOfferCall } from './read-offer';

type Begin = (consortium: ConsortiumRecord, call: OfferCall, newId: () => string) => SheetValues;

/** Offers begin with what is known: the consortium's rooms, or an earlier offer (decision 11). */
@Injectable()
export class BeginService {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetService,
  ) {}

  /**
   * A new offer; one for each call and consortium. A repeated request makes no second one. `begin`: what it begins with
   * where the demo is planted; not said: what the consortium has, or the earlier offer.
   */
  create(who: Actor, given: CreateOffer, begin: Begin = beginOffer): Promise<OfferResponse> {
    const { id, callId, consortiumId, copyOf } = given;
    return this.door.write(who, async (manager) => {
      const consortium = await readConsortium(manager, consortiumId);
      mayBegin(who, consortium);
      const call = await openedCall(manager, callId, consortium);
      const [made] = await manager.query<unknown[]>(
        `insert into offer (id, call_id, consortium_id, created_by) values ($1, $2, $3, $4)
         on conflict do nothing returning id`,
        [id, callId, consortiumId, who.personId],
      );
      if (!made) return this.madeBefore(manager, who, given);
      await this.sheets.create(manager, id, OFFER_FORM);
      const values = copyOf
        ? await this.copied(manager, who, copyOf, consortium, call)
        : begin(consortium, call, randomUUID);
      const copied = copyOf ? { copyOf } : {};
      await note(manager, who, {
        act: 'CREATE_OFFER',
        subject: { kind: 'offer', id },
        details: { callId, callNumber: call.number, consortiumId, ...copied },
      });
      await this.write(manager, who, id, values);
      return answer(manager, who, id);
    });
  }

  /** @throws 409 when the id belongs to another offer, or the consortium has one in this call */
  private async madeBefore(manager: EntityManager, who: Actor, given: CreateOffer): Promise<OfferResponse> {
    const [mine] = await manager.query<unknown[]>(
      'select from offer where id = $1 and call_id = $2 and consortium_id = $3 and created_by = $4',
      [given.id, given.callId, given.consortiumId, who.personId],
    );
    if (mine) return answer(manager, who, given.id);
    const [other] = await manager.query<unknown[]>('select from offer where call_id = $1 and consortium_id = $2', [
      given.callId,
      given.consortiumId,
    ]);
    throw other
      ? duplicate([{ pointer: '/consortiumId', message: words.alreadyBegun }])
      : duplicate([{ pointer: '/id', message: words.idTaken }]);
  }

  /** @throws 400 when the earlier offer is not one of this hat */
  private async copied(
    manager: EntityManager,
    who: Actor,
    from: string,
    { members }: Pick<ConsortiumRecord, 'members'>,
    call: OfferCall,
  ): Promise<SheetValues> {
    const earlier = await openOffer(manager, who, from, 'readOffer').catch(() => null);
    if (!earlier) throw validation([{ pointer: '/copyOf', message: words.noSuchOffer }]);
    const { fields } = await this.sheets.read(manager, from, 0);
    const values = Object.fromEntries(fields.map(({ path, value }) => [path, value]));
    const membersThen = await manager.query<CopyMember[]>(
      `select m.id, o.id as "organisationId", o.name from member m join organisation o on o.id = m.organisation_id
       where m.consortium_id = $1`,
      [earlier.consortiumId],
    );
    return copyOffer(readSheet(OFFER_FORM, values), membersThen, members, call, randomUUID);
  }

  /** The first save, by the portal for who begins: whatever is whose. */
  private async write(manager: EntityManager, who: Actor, id: string, values: SheetValues): Promise<void> {
    const changes = Object.entries(values).map(([path, value]) => ({ path, base: 0, value }));
    if (changes.length === 0) return;
    const saved = await this.sheets.save(manager, who, id, OFFER_FORM, { save: randomUUID(), changes });
    if (saved.collisions.length > 0) throw new Error('a new offer collided with nothing');
    await touch(manager, id, saved);
  }
}

const answer = async (manager: EntityManager, who: Actor, id: string): Promise<OfferResponse> =>
  readOffer(manager, who, await openOffer(manager, who, id, 'readOffer'));

/** @throws 404 where one is no member, 403 */
function mayBegin(who: Actor, consortium: ConsortiumRecord): void {
  const { see, allow } = offerDecision(who, 'createOffer', { ...standingOf(consortium), state: 'DRAFT' });
  if (!see) throw notFound();
  if (!allow) throw forbidden(words.mayNotCreate);
}

/** A call that still takes offers, for this consortium's centre. @throws 400 */
async function openedCall(
  manager: EntityManager,
  callId: string,
  { centre }: Pick<ConsortiumRecord, 'centre'>,
): Promise<OfferCall> {
  const fault = (message: string) => validation([{ pointer: '/callId', message }]);
  const [published] = await manager.query<unknown[]>(
    `select from call where id = $1 and state in ('PUBLISHED', 'ANNEX')`,
    [callId],
  );
  if (!published) throw fault(words.noSuchCall);
  const call = await readOfferCall(manager, callId);
  if (call.teryt !== centre.teryt) throw fault(words.otherPlace(call.municipality));
  if (call.phase === 'CLOSED') throw fault(words.callOver(formatInstantPl(call.deadlineAt)));
  return call;
}
