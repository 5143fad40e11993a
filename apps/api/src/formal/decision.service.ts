import { Inject, Injectable } from '@nestjs/common';
import type { DecideFormal, FormalCard } from '@zit/contracts';
import type { FormalLetterFacts } from '@zit/documents/builders/formal-letter';
import { canonicalJson, cureDueOn, inWarsaw, unlockedBy } from '@zit/domain';
import { correctionWords } from '@zit/words.pl/correction';
import { formalRoomWords as words } from '@zit/words.pl/formal-room';
import type { EntityManager } from 'typeorm';
import type { CallRecord } from '../call/open-call';
import { Door } from '../database/door';
import { duplicate, forbidden, notFound } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { sha256 } from '../journal/sha256';
import { shown } from './formal.service';
import { letterFacts } from './letter-facts';
import { openToCheck } from './may-check';
import { comesAfter, itemsOf, offerOf, readRow, type FormalRow } from './read-formal';
import { tellChecked } from './tell-checked';

/** Business days for a correction where nobody says otherwise (F.4 O6). */
const USUAL_DAYS = 5;

/** Decides what follows from a card; a call for correction and a rejection send their letter in the same act. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The same decision again changes nothing. @throws 403 when something else follows from the card now */
  decide(who: SignedIn, callId: string, offerId: string, given: DecideFormal): Promise<FormalCard> {
    return this.door.write(who, async (manager) => {
      const call = await openToCheck(manager, who, callId, 'decideFormal');
      const row = await readRow(manager, callId, offerId, { hold: true });
      if (!row) throw notFound();
      if (row.state === given.state) return shown(manager, row, call, null);
      await requireNotFrozen(manager, callId, offerId);
      const corrected = comesAfter(row);
      if (corrected !== null) throw forbidden(correctionWords.card.comes(corrected));
      const { follows } = offerOf(row);
      if (follows !== given.state) throw forbidden(words.refusal.otherState(words.state[follows]));
      await manager.query(
        `update formal_card set state = $2, decided_at = clock_timestamp(), decided_by = $3 where offer_id = $1`,
        [offerId, given.state, who.personId],
      );
      const dueOn = given.state === 'PASSED' ? null : await this.send(manager, who, call, row, given);
      const details = { number: row.receiptNumber, state: given.state, ...(dueOn ? { dueOn } : {}) };
      await note(manager, who, { act: 'DECIDE_FORMAL', subject: { kind: 'offer', id: offerId }, details });
      const after = await readRow(manager, callId, offerId);
      if (!after) throw notFound();
      return shown(manager, after, call, null);
    });
  }

  /** @returns the last day of the correction; null for a rejection */
  private async send(
    manager: EntityManager,
    who: SignedIn,
    call: CallRecord,
    row: FormalRow,
    { id, state, businessDays = USUAL_DAYS }: DecideFormal,
  ): Promise<string | null> {
    const { date } = inWarsaw(row.now);
    const cures = state === 'TO_CURE';
    const term = cures ? { businessDays, dueOn: cureDueOn(date, businessDays) } : null;
    const facts = await letterFacts(manager, call, row, { kind: cures ? 'CURE' : 'REJECTION', date, term });
    await keepLetter(manager, who, call.id, row, { id, facts });
    if (term) await keepCure(manager, call.id, row, { id, ...term });
    await tellChecked(manager, this.settings, row.offerId, facts);
    return term?.dueOn ?? null;
  }
}

/** Once the result is frozen only an appeal that was upheld opens a card again. @throws 403 */
async function requireNotFrozen(manager: EntityManager, callId: string, offerId: string): Promise<void> {
  const [row] = await manager.query<{ frozen: boolean }[]>(
    `select frozen_at is not null and not appeal_opens($2, 'FORMAL') as frozen from call_scoring where call_id = $1`,
    [callId, offerId],
  );
  if (row?.frozen) throw forbidden(words.refusal.frozen);
}

async function keepLetter(
  manager: EntityManager,
  who: SignedIn,
  callId: string,
  row: FormalRow,
  { id, facts }: { id: string; facts: FormalLetterFacts },
): Promise<void> {
  const text = canonicalJson(facts);
  const kept = await manager.query<unknown[]>(
    `insert into formal_letter (id, offer_id, call_id, receipt_number, kind, facts, sha256, sent_by, sent_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing returning id`,
    [id, row.offerId, callId, row.receiptNumber, facts.kind, text, sha256(text), who.personId, row.now],
  );
  if (kept.length === 0) throw duplicate([{ pointer: '/id', message: words.refusal.keyTaken }]);
}

async function keepCure(
  manager: EntityManager,
  callId: string,
  row: FormalRow,
  { id, businessDays, dueOn }: { id: string; businessDays: number; dueOn: string },
): Promise<void> {
  const items = itemsOf(row).filter(({ answer }) => answer === 'NO');
  const asked = items.map(({ code, texts, fields }) => ({ code, texts, fields }));
  await manager.query(
    `insert into cure (id, offer_id, call_id, receipt_number, items, fields, sent_at, due_on, business_days, letter)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $1)`,
    [
      ...[id, row.offerId, callId, row.receiptNumber, JSON.stringify(asked)],
      ...[JSON.stringify(unlockedBy(items)), row.now, dueOn, businessDays],
    ],
  );
}
