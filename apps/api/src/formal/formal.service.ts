import { Injectable } from '@nestjs/common';
import type { AnswerFormal, FormalCard, FormalList, FormalQuery, OfferLetters } from '@zit/contracts';
import { FORMAL_ITEMS, OFFER_FORM, type FormalCode } from '@zit/domain';
import { formalRoomWords as words } from '@zit/words.pl/formal-room';
import type { EntityManager } from 'typeorm';
import type { CallRecord } from '../call/open-call';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { noCursor, readCursor, writeCursor } from '../http/cursor';
import { duplicate, forbidden, notFound, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { openOffer } from '../offer/open-offer';
import { closedTo, openToCheck, openToRead } from './may-check';
import { readChanges } from './read-changes';
import { cardOf, offerOf, readLetters, readOpening, readRow, readRows, type FormalRow } from './read-formal';

/** Rows of one page. */
const USUAL = 50;

/** The formal check of a call's offers: what the portal found, and what people answer. */
@Injectable()
export class FormalService {
  constructor(private readonly door: Door) {}

  list(who: SignedIn, callId: string, { after }: FormalQuery): Promise<FormalList> {
    const from = after === undefined ? 0 : numberIn(after);
    return this.door.read(who, async (manager) => {
      const call = await openToRead(manager, who, callId);
      const rows = await readRows(manager, callId, from, USUAL + 1);
      const items = rows.slice(0, USUAL);
      const last = items.at(-1);
      return {
        ...{ callId, callNumber: call.number, callTitle: call.title },
        opening: await readOpening(manager, callId),
        items: items.map(offerOf),
        next: rows.length > USUAL && last ? writeCursor([String(last.no)]) : null,
        closed: await closedTo(manager, who, call),
      };
    });
  }

  /** @throws 404: not theirs to see, barred, or not opened yet */
  card(who: SignedIn, callId: string, offerId: string): Promise<FormalCard> {
    return this.door.read(who, async (manager) => {
      const call = await openToRead(manager, who, callId);
      const row = await readRow(manager, callId, offerId);
      if (!row) throw notFound();
      return shown(manager, row, call, await closedTo(manager, who, call));
    });
  }

  /** A person's answer to an item that no rule answers; repeated under its id it is answered. @throws 409 */
  answer(who: SignedIn, callId: string, offerId: string, given: AnswerFormal): Promise<FormalCard> {
    return this.door.write(who, async (manager) => {
      const call = await openToCheck(manager, who, callId, 'checkFormal');
      const row = await readRow(manager, callId, offerId, { hold: true });
      if (!row) throw notFound();
      if (await isRepeated(manager, offerId, given)) return shown(manager, row, call, null);
      // Called upon, it is looked at again: what came in the meantime may answer an item otherwise.
      if (row.state !== 'OPEN' && row.state !== 'TO_CURE')
        throw forbidden(words.refusal.decided(words.state[row.state]));
      checkAnswer(given);
      const { id, code, answer, note: text = null, fields = [] } = given;
      const kept = await manager.query<unknown[]>(
        `insert into formal_verdict (id, offer_id, call_id, receipt_number, code, answer, note, fields, person_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing returning id`,
        [id, offerId, callId, row.receiptNumber, code, answer, text, JSON.stringify(fields), who.personId],
      );
      if (kept.length === 0) throw duplicate([{ pointer: '/id', message: words.refusal.keyTaken }]);
      const details = { number: row.receiptNumber, code };
      await note(manager, who, { act: 'ANSWER_FORMAL', subject: { kind: 'offer', id: offerId }, details });
      const after = await readRow(manager, callId, offerId);
      if (!after) throw notFound();
      return shown(manager, after, call, null);
    });
  }

  /** What was sent to the consortium, for its members. @throws 404 */
  ofOffer(who: SignedIn, offerId: string): Promise<OfferLetters> {
    return this.door.read(who, async (manager) => {
      await openOffer(manager, who, offerId, 'readOfferLetters');
      return readLetters(manager, offerId);
    });
  }
}

export async function shown(
  manager: EntityManager,
  row: FormalRow,
  call: CallRecord,
  closed: string | null,
): Promise<FormalCard> {
  const around = { callId: call.id, callNumber: call.number, callTitle: call.title, closed };
  return cardOf(row, around, await readChanges(manager, row));
}

/** Said under this key before? @throws 409 when something else was */
async function isRepeated(manager: EntityManager, offerId: string, given: AnswerFormal): Promise<boolean> {
  const [before] = await manager.query<{ offerId: string; code: string; answer: string; note: string | null }[]>(
    'select offer_id as "offerId", code, answer, note from formal_verdict where id = $1',
    [given.id],
  );
  if (!before) return false;
  const { code, answer, note: text = null } = given;
  const same = before.offerId === offerId && before.code === code && before.answer === answer && before.note === text;
  if (!same) throw duplicate([{ pointer: '/id', message: words.refusal.keyTaken }]);
  return true;
}

/** @throws 400 with every fault named */
function checkAnswer({ code, answer, note: text, fields = [] }: AnswerFormal): void {
  const known = Object.hasOwn(FORMAL_ITEMS, code) ? FORMAL_ITEMS[code as FormalCode] : null;
  const errors: { pointer: string; message: string }[] = [];
  if (known?.by !== 'PERSON') errors.push({ pointer: '/code', message: words.refusal.notPerson });
  if (answer === 'NO' && isBlank(text ?? '')) errors.push({ pointer: '/note', message: words.noteMissing });
  if (answer === 'NO' && known?.curable && fields.length === 0)
    errors.push({ pointer: '/fields', message: words.fieldsMissing });
  const parts = new Set([...Object.keys(OFFER_FORM.sections), 'attachments']);
  const wrong = fields.find((field) => !parts.has(field));
  if (wrong !== undefined) errors.push({ pointer: '/fields', message: words.noSuchField(wrong) });
  if (errors.length > 0) throw validation(errors);
}

/** @throws 400 when it is no cursor of ours */
function numberIn(after: string): number {
  const [no = ''] = readCursor(after, 1);
  if (!/^\d{1,9}$/.test(no)) throw noCursor(after);
  return Number(no);
}
