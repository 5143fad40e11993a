import { Inject, Injectable } from '@nestjs/common';
import type { OfferReceipt, OfferResponse, SubmitOffer, WithdrawOffer } from '@zit/contracts';
import { isInTime, type Instant } from '@zit/domain';
import { correctionWords } from '@zit/words.pl/correction';
import { submissionWords as words } from '@zit/words.pl/submission';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { databaseFault } from '../database/sql-state';
import { clocksDisagree, forbidden, keyUsed, stale } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import type { OpenedFields } from '../offer/correction-open';
import { lockOffer, openOffer, requireOfferAct, type OfferRecord } from '../offer/open-offer';
import { readOffer } from '../offer/read-offer';
import { SheetService } from '../sheet/sheet.service';
import { documentOf, type DocumentNow } from './document-now';
import { leaderOf, leaderTwice, replacedBy, requireCorrection, requireOpenCall, requireSigned } from './in-the-way';
import { lateness } from './in-time';
import {
  answerText,
  digestsOf,
  fingerprint,
  issue,
  keepReceipt,
  keepReceived,
  newSalt,
  nextNumber,
  numberOf,
  receiptOfKey,
  standingReceipt,
  type IssuedReceipt,
} from './receipt';
import { ReceiptKeeper } from './receipt-keeper';
import { keepContent } from './signing';
import { tellReceived } from './tell-received';

/** What an act of handing in or taking back is answered; `replayed`: it was done before under the same key. */
export interface Received {
  /** The receipt as JSON. */
  answer: string;
  replayed: boolean;
}

interface Act {
  key: string;
  kind: OfferReceipt['kind'];
  /** What was asked, beside the key. */
  asked: string;
  /** When the last byte of the request had arrived. */
  receivedAt: Instant;
}

interface Issued {
  issued: IssuedReceipt;
  /** Canonical JSON of its document. */
  contents: string;
}

/** Hands an offer in and takes it back: one transaction each, one receipt for one key (decision 12). */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetService,
    private readonly keeper: ReceiptKeeper,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @throws 409 `STALE`: the content is another than the page showed; 422 `BLOCKED`: confirmations are missing or rules
   *   stand in the way; 422 `KEY_USED`; 503 when the clocks disagree
   */
  submit(who: SignedIn, id: string, body: SubmitOffer, receivedAt: Instant): Promise<Received> {
    const act: Act = { key: body.id, kind: 'SUBMISSION', asked: body.sha256, receivedAt };
    return this.once(who, id, act, async (manager, record) => {
      requireOfferAct(who, 'submitOffer', record);
      const offer = await readOffer(manager, who, record);
      requireOpenCall(offer, receivedAt);
      const correction = await requireCorrection(manager, record, receivedAt);
      const now = documentOf(offer, await this.sheets.freeze(manager, id));
      if (now.sha256 !== body.sha256) throw stale([]);
      const kept = await requireSigned(manager, who, offer, now, receivedAt);
      const replaced = correction?.receiptNumber ?? (await replacedBy(manager, record, offer, receivedAt));
      if (!kept) await keepContent(manager, id, now);
      return this.receive(manager, who, act, { offer, now, replaces: replaced, correction });
    });
  }

  /** Takes back what was handed in, until the deadline; the sheet is open again. */
  withdraw(who: SignedIn, id: string, body: WithdrawOffer, receivedAt: Instant): Promise<Received> {
    const act: Act = { key: body.id, kind: 'WITHDRAWAL', asked: body.reason, receivedAt };
    return this.once(who, id, act, async (manager, record) => {
      requireOfferAct(who, 'withdrawOffer', record);
      const offer = await readOffer(manager, who, record);
      if (!isInTime(receivedAt, offer.call.deadlineAt)) throw forbidden(words.tooLate);
      const standing = await standingReceipt(manager, id);
      if (!standing) throw new Error(`offer ${id} was handed in without a receipt`);
      if (record.state === 'SUBMITTED') await this.sheets.reopen(manager, id);
      await manager.query('delete from offer_standing where offer_id = $1', [id]);
      return this.takeBack(manager, who, act, { offer, standing, reason: body.reason });
    });
  }

  /** One key, one act: whoever repeats it gets the same receipt. Only then the answer leaves, with the file written. */
  private async once(
    who: SignedIn,
    id: string,
    act: Act,
    work: (manager: EntityManager, record: OfferRecord) => Promise<Issued>,
  ): Promise<Received> {
    const { issued, contents, replayed } = await this.door
      .write(who, async (manager): Promise<Issued & { replayed: boolean }> => {
        await lockOffer(manager, id);
        const record = await openOffer(manager, who, id, 'readReceipts');
        const before = await receiptOfKey(manager, who.personId, act.key);
        if (before && before.requestSha256 !== fingerprint(act.kind, id, act.asked)) throw keyUsed(words.keyUsed);
        if (!before) return { ...(await work(manager, record)), replayed: false };
        return { issued: before, contents: await contentsOf(manager, before), replayed: true };
      })
      .catch(async (error: unknown) => {
        throw await this.refusalOf(error, who, id);
      });
    const journalled = issued.receipt.journalled || (await this.keeper.keep(issued, contents));
    return { answer: answerText(issued, journalled), replayed };
  }

  /** What the database refused, in words. */
  private async refusalOf(error: unknown, who: SignedIn, id: string): Promise<unknown> {
    const constraint = databaseFault(error)?.constraint;
    if (constraint === 'offer_receipt_clocks_agree') return clocksDisagree(words.clocks);
    if (constraint === 'offer_receipt_answers_a_correction') return forbidden(correctionWords.decided);
    if (constraint !== 'offer_standing_one_of_a_leader') return error;
    return this.door.read(who, (manager) => leaderTwice(manager, id));
  }

  private async receive(
    manager: EntityManager,
    who: SignedIn,
    act: Act,
    given: { offer: OfferResponse; now: DocumentNow; replaces: string | null; correction: OpenedFields | null },
  ): Promise<Issued> {
    const { offer, now, replaces, correction } = given;
    const salt = newSalt();
    const said = { sha256: now.sha256, digests: digestsOf(now.document, salt), replaces };
    const issued = await this.give(manager, who, act, { offer, salt, said, reason: null, correction });
    const { number, sha256, lateMs } = issued.receipt;
    const details = { number, sha256, lateMs, replaces };
    await note(manager, who, {
      act: correction ? 'HAND_IN_CORRECTION' : 'SUBMIT_OFFER',
      subject: { kind: 'offer', id: offer.id },
      details,
    });
    await tellReceived(manager, this.settings, issued.receipt);
    return { issued, contents: now.text };
  }

  private async takeBack(
    manager: EntityManager,
    who: SignedIn,
    act: Act,
    { offer, standing, reason }: { offer: OfferResponse; standing: IssuedReceipt; reason: string },
  ): Promise<Issued> {
    const { sha256, digests, number: replaces } = standing.receipt;
    const said = { sha256, digests, replaces };
    const issued = await this.give(manager, who, act, { offer, salt: standing.salt, said, reason });
    await manager.query(WITHDRAWN, [offer.id]);
    const details = { number: issued.receipt.number, withdrawn: replaces };
    await note(manager, who, { act: 'WITHDRAW_OFFER', subject: { kind: 'offer', id: offer.id }, details });
    await tellReceived(manager, this.settings, issued.receipt);
    return { issued, contents: await contentsOf(manager, issued) };
  }

  /** Numbers the receipt and writes it down. The counter of the call is taken as late as can be: others wait for it. */
  private async give(
    manager: EntityManager,
    who: SignedIn,
    act: Act,
    given: {
      offer: OfferResponse;
      salt: string;
      said: Pick<OfferReceipt, 'sha256' | 'digests' | 'replaces'>;
      reason: string | null;
      /** Its end is the deadline of what is handed in; not said: that of the call is. */
      correction?: OpenedFields | null;
    },
  ): Promise<IssuedReceipt> {
    const { offer, salt, said, reason, correction } = given;
    const { call, consortium } = offer;
    const leader = leaderOf(offer);
    const deadlineAt = correction?.closesAt ?? call.deadlineAt;
    const { no, seal } = await nextNumber(manager, call.id);
    const issued = issue(
      {
        ...{ number: numberOf(call.number, no), kind: correction ? ('CURE' as const) : act.kind, offerId: offer.id },
        ...{ callNumber: call.number, edition: call.edition, consortium, leader: leader.name },
        receivedAt: act.receivedAt,
        deadlineAt,
        lateMs: lateness(act.receivedAt, deadlineAt),
        ...said,
        seal,
      },
      salt,
    );
    await (act.kind === 'SUBMISSION' ? keepReceived : keepReceipt)(manager, {
      ...{ issued, no, callId: call.id, leaderId: leader.organisationId, personId: who.personId },
      ...{ requestId: act.key, requestSha256: fingerprint(act.kind, offer.id, act.asked), reason },
    });
    return issued;
  }
}

const WITHDRAWN = `update offer set state = 'WITHDRAWN', updated_at = clock_timestamp() where id = $1`;

async function contentsOf(manager: EntityManager, { receipt }: IssuedReceipt): Promise<string> {
  const [row] = await manager.query<{ contents: string }[]>(
    'select contents from offer_content where offer_id = $1 and sha256 = $2',
    [receipt.offerId, receipt.sha256],
  );
  if (!row) throw new Error(`no content of receipt ${receipt.number}`);
  return row.contents;
}
