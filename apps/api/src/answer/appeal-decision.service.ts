import { Inject, Injectable } from '@nestjs/common';
import type { Appeal, DecideAppeal, StateAppeal } from '@zit/contracts';
import type { OfferLetterFacts } from '@zit/documents/builders/offer-letter';
import { inWarsaw } from '@zit/domain';
import { answerWords as words } from '@zit/words.pl/answers';
import type { EntityManager } from 'typeorm';
import { openCall, type CallRecord } from '../call/open-call';
import { requireOffice } from '../commission/seat-of';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, notFound, validation } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { standingOffers } from '../letter/result-letters';
import { sendOfferLetter } from '../letter/send-offer-letter';
import { requireSight } from './answers.service';
import { appealOf } from './appeal-rows';

/** The commission says what it thinks of an appeal, and the executive decides: each is added, and nothing replaced. */
@Injectable()
export class AppealDecisionService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Of chair or secretary, once; the same again is answered. @throws 404, 403, 409 */
  state(who: SignedIn, callId: string, id: string, { text }: StateAppeal): Promise<Appeal> {
    requireText([['/text', text]]);
    return this.door.write(who, async (manager) => {
      await openCall(manager, who, callId, 'stateAppeal');
      await requireOffice(manager, who, callId, ['CHAIR', 'SECRETARY']);
      const appeal = await this.find(manager, callId, id);
      const kept = await manager.query<unknown[]>(
        `insert into appeal_statement (appeal_id, text, person_id) values ($1, $2, $3)
         on conflict (appeal_id) do nothing returning appeal_id`,
        [id, text, who.personId],
      );
      const after = await this.find(manager, callId, id);
      if (kept.length === 0) {
        if (after.statement?.text !== text) throw duplicate([{ pointer: '/text', message: words.statedAlready }]);
        return after;
      }
      const details = { call: callId, appeal: id, no: appeal.no };
      await note(manager, who, { act: 'STATE_APPEAL', subject: { kind: 'offer', id: appeal.offerId }, details });
      return after;
    });
  }

  /**
   * Once. What is upheld opens the cards of this offer, or its formal card with them, until the next result is frozen:
   * a result that is being frozen comes wholly before it, or wholly after. @throws 404, 403: no statement yet, 409
   */
  decide(who: SignedIn, callId: string, id: string, given: DecideAppeal): Promise<Appeal> {
    const { upheld, effect, reasons, basis } = given;
    requireText([
      ['/reasons', reasons],
      ['/basis', basis],
    ]);
    if (!upheld && effect !== 'NONE') throw validation([{ pointer: '/effect', message: words.onlyUpheldOpens }]);
    return this.door.write(who, async (manager) => {
      const call = await openCall(manager, who, callId, 'decideAppeal');
      await requireSight(manager, callId);
      const appeal = await this.find(manager, callId, id);
      if (!appeal.statement) throw forbidden(words.stateFirst);
      const kept = await manager.query<unknown[]>(
        `insert into appeal_decision (appeal_id, upheld, effect, reasons, basis, decided_by)
         values ($1, $2, $3, $4, $5, $6) on conflict (appeal_id) do nothing returning appeal_id`,
        [id, upheld, effect, reasons, basis, who.personId],
      );
      const after = await this.find(manager, callId, id);
      if (kept.length === 0) return sameDecided(after, given);
      if (effect === 'FORMAL') await reopenFormal(manager, appeal.offerId);
      await this.tell(manager, who, call, after, given.id);
      const details = { call: callId, appeal: id, no: appeal.no, upheld, effect };
      await note(manager, who, { act: 'DECIDE_APPEAL', subject: { kind: 'offer', id: appeal.offerId }, details });
      return after;
    });
  }

  private async find(manager: EntityManager, callId: string, id: string): Promise<Appeal> {
    const appeal = await appealOf(manager, callId, id);
    if (!appeal) throw notFound();
    return appeal;
  }

  private async tell(
    manager: EntityManager,
    who: SignedIn,
    call: CallRecord,
    appeal: Appeal,
    id: string,
  ): Promise<void> {
    const [offer] = await standingOffers(manager, call.id, appeal.offerId);
    const taken = await manager.query<unknown[]>('select from offer_letter where id = $1', [id]);
    if (!offer) throw notFound();
    if (taken.length > 0) throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
    const facts: OfferLetterFacts = {
      ...{ kind: 'APPEAL_DECIDED', callNumber: call.number ?? '', callTitle: call.title },
      ...{ recipient: offer.recipient, offerTitle: offer.title, receiptNumber: offer.number },
      ...decidedFacts(appeal),
    };
    await sendOfferLetter(manager, who, this.settings, {
      ...{ id, callId: call.id, offerId: appeal.offerId, facts, resultNo: appeal.resultNo },
    });
  }
}

function decidedFacts({
  no,
  lodgedAt,
  lateDays,
  statement,
  decision,
  resultNo,
}: Appeal): Pick<OfferLetterFacts, 'date' | 'paragraphs' | 'rows' | 'reasons' | 'instruction'> {
  if (!decision) throw new Error(`appeal ${no} is not decided`);
  const { upheld, effect, reasons, basis, decidedAt } = decision;
  return {
    date: inWarsaw(decidedAt).date,
    paragraphs: [words.decided(no, upheld), ...(lateDays > 0 ? [words.decidedLate(lateDays)] : [])],
    rows: [
      { label: words.rows.appeal, value: words.rows.appealNo(no, inWarsaw(lodgedAt).date) },
      { label: words.rows.version, value: String(resultNo) },
      { label: words.rows.decision, value: words.upheld[upheld ? 'true' : 'false'] },
      { label: words.rows.basis, value: basis },
    ],
    reasons: [...reasons.split(/\n\s*\n/), words.statementOf(statement?.text ?? '')],
    instruction: [words.effect[effect]],
  };
}

/** The card of a receipt that was decided is open again, to be answered and decided as before. */
async function reopenFormal(manager: EntityManager, offerId: string): Promise<void> {
  await manager.query(
    `update formal_card set state = 'OPEN', decided_at = null, decided_by = null where offer_id = $1`,
    [offerId],
  );
}

/** @throws 409 when it was decided otherwise */
function sameDecided(appeal: Appeal, { upheld, effect, reasons, basis }: DecideAppeal): Appeal {
  const { decision } = appeal;
  const same =
    decision?.upheld === upheld &&
    decision.effect === effect &&
    decision.reasons === reasons &&
    decision.basis === basis;
  if (!same) throw duplicate([{ pointer: '/upheld', message: words.decidedAlready }]);
  return appeal;
}

function requireText(texts: readonly (readonly [string, string])[]): void {
  const blank = texts.filter(([, text]) => isBlank(text));
  if (blank.length > 0) throw validation(blank.map(([pointer]) => ({ pointer, message: words.blank })));
}
