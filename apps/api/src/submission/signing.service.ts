import { Injectable } from '@nestjs/common';
import type { ConfirmOffer, OfferResponse, OfferSigning } from '@zit/contracts';
import { inWarsaw, representationOf } from '@zit/domain';
import { submissionWords as words } from '@zit/words.pl/submission';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { confirmFirst, duplicate, forbidden, notFound, stale } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { lockOffer, openOffer, requireOfferAct, type OfferRecord } from '../offer/open-offer';
import { readOffer } from '../offer/read-offer';
import { SheetService } from '../sheet/sheet.service';
import { documentNow, type DocumentNow } from './document-now';
import { keepContent, readSigning } from './signing';

/** Who confirms one content for their organisation, and takes it back. */
@Injectable()
export class SigningService {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetService,
  ) {}

  signing(who: SignedIn, id: string): Promise<OfferSigning> {
    return this.door.read(who, async (manager) => {
      const record = await openOffer(manager, who, id, 'readSigning');
      return this.answer(manager, who, record);
    });
  }

  /**
   * Confirms exactly the content that was shown. Repeated under its id it is answered, and confirms nothing twice.
   * @throws 403 `CONFIRM_FIRST` without a fresh second factor; 403 who is not among those who represent the
   *   organisation today; 409 `STALE` when the content is another by now
   */
  confirm(who: SignedIn, id: string, { id: confirmationId, sha256: seen }: ConfirmOffer): Promise<OfferSigning> {
    if (!who.confirmed) throw confirmFirst();
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, id);
      const record = await openOffer(manager, who, id, 'readSigning');
      if (!(await this.isDone(manager, who, { id, confirmationId, seen }))) {
        requireOfferAct(who, 'confirmOffer', record);
        const offer = await readOffer(manager, who, record);
        const now = await documentNow(manager, this.sheets, offer);
        if (now.sha256 !== seen) throw stale([]);
        await this.keep(manager, who, { confirmationId, offer, now });
      }
      return this.answer(manager, who, record);
    });
  }

  /** Takes one's own confirmation back. @throws 404: it is not there, or another's */
  revoke(who: SignedIn, id: string, confirmationId: string): Promise<OfferSigning> {
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, id);
      const record = await openOffer(manager, who, id, 'revokeConfirmation');
      const [[revoked]] = await manager.query<[{ memberId: string }[], number]>(
        `update offer_confirmation set revoked_at = clock_timestamp()
         where id = $1 and offer_id = $2 and person_id = $3 and revoked_at is null returning member_id as "memberId"`,
        [confirmationId, id, who.personId],
      );
      if (!revoked) throw notFound();
      const details = { member: revoked.memberId };
      await note(manager, who, { act: 'REVOKE_CONFIRMATION', subject: { kind: 'offer', id }, details });
      return this.answer(manager, who, record);
    });
  }

  private async answer(manager: EntityManager, who: SignedIn, record: OfferRecord): Promise<OfferSigning> {
    const offer = await readOffer(manager, who, record);
    return readSigning(manager, who.personId, offer, await documentNow(manager, this.sheets, offer));
  }

  /** @throws DUPLICATE: the id is of another act: another offer's, another person's, or of other contents */
  private async isDone(
    manager: EntityManager,
    who: SignedIn,
    { id, confirmationId, seen }: { id: string; confirmationId: string; seen: string },
  ): Promise<boolean> {
    const [before] = await manager.query<{ offerId: string; personId: string; sha256: string }[]>(
      'select offer_id as "offerId", person_id as "personId", sha256 from offer_confirmation where id = $1',
      [confirmationId],
    );
    if (before && (before.offerId !== id || before.personId !== who.personId || before.sha256 !== seen))
      throw duplicate([{ pointer: '/id', message: words.idTaken }]);
    return before !== undefined;
  }

  private async keep(
    manager: EntityManager,
    who: SignedIn,
    { confirmationId, offer, now }: { confirmationId: string; offer: OfferResponse; now: DocumentNow },
  ): Promise<void> {
    const { member, confirms } = offer.me;
    if (!confirms) throw forbidden(words.confirmsNothing);
    const { person, office } = signatory(who, offer);
    await keepContent(manager, offer.id, now);
    const cover = now.coverSha256(member);
    await manager.query(OVERTAKEN, [offer.id, member, who.personId, confirms, now.sha256]);
    await manager.query(
      `insert into offer_confirmation
         (id, offer_id, member_id, person_id, capacity, person, office, sha256, cover_sha256)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [confirmationId, offer.id, member, who.personId, confirms, person, office, now.sha256, cover],
    );
    await note(manager, who, {
      act: 'CONFIRM_OFFER',
      subject: { kind: 'offer', id: offer.id },
      details: { member, capacity: confirms, sha256: now.sha256 },
    });
  }
}

// Of one person the newest counts. Who confirmed this content before another one, and now again, does it anew: the
// earlier one gives way.
const OVERTAKEN = `
  update offer_confirmation before set revoked_at = clock_timestamp()
  where offer_id = $1 and member_id = $2 and person_id = $3 and capacity = $4 and sha256 = $5 and revoked_at is null
    and exists (select from offer_confirmation since
      where (since.offer_id, since.member_id, since.person_id, since.capacity)
            = (before.offer_id, before.member_id, before.person_id, before.capacity)
        and since.sha256 <> before.sha256 and since.at >= before.at and since.revoked_at is null)`;

/** Name and office as the register has them today. A treasurer countersigns by role: registers seldom name one. */
function signatory(who: SignedIn, offer: OfferResponse): { person: string; office: string } {
  const { member: id, confirms } = offer.me;
  const representation = offer.members.find((member) => member.id === id)?.representation ?? [];
  const today = inWarsaw(offer.serverTime).date;
  const entry = representationOf(who.name, representation, today);
  if (entry) return { person: entry.person, office: entry.function };
  if (confirms === 'TREASURER') return { person: who.name, office: words.treasurer };
  const valid = representation.filter(
    ({ validFrom, validTo }) => (validFrom ?? today) <= today && today <= (validTo ?? today),
  );
  throw forbidden(words.notSigner([...new Set(valid.map((each) => each.function))]));
}
