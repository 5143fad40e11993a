import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CallResponse,
  CreateCall,
  SaveSheet,
  SheetHistory,
  SheetHistoryQuery,
  SheetQuery,
  SheetResponse,
  SheetSaved,
} from '@zit/contracts';
import { CALL_FORM, callDecision, flatten, type CallFile, type SheetValues } from '@zit/domain';
import { callActWords as words } from '@zit/words.pl/call-acts';
import type { EntityManager } from 'typeorm';
import { callFiles } from '../call-attachment/call-attachment-rows';
import { copyFiles, filesOf } from '../call-attachment/published-files';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { SheetService } from '../sheet/sheet.service';
import { copiedValues } from './copy-sheet';
import { newestEdition } from './edition';
import { lockCall, openCall, requireAct } from './open-call';
import { readCall, valuesOf } from './read-call';
import { writeValues } from './write-sheet';

/** What a new call begins with. */
interface Copied {
  values: SheetValues;
  files: readonly CallFile[];
}
const NOTHING: Copied = { values: {}, files: [] };

/** Calls as they are being written. */
@Injectable()
export class CallService {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetService,
  ) {}

  /**
   * A new draft, perhaps with what an earlier call has in common with it. A repeated request makes no second one. Its
   * id is made here: a given one that is taken would tell that somebody else's draft is there.
   */
  create(who: Actor, given: CreateCall, id: string = randomUUID()): Promise<CallResponse> {
    const { id: requestId, teryt, title, copyOf } = given;
    if (isBlank(title)) throw validation([{ pointer: '/title', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      if (!callDecision(who, 'createCall', { teryt, state: 'DRAFT' }).allow) throw forbidden(words.mayNotCreate);
      const made = await manager.query<unknown[]>(
        `insert into call (id, teryt, title, created_by, request_id) values ($1, $2, $3, $4, $5)
         on conflict (created_by, request_id) do nothing returning id`,
        [id, teryt, title, who.personId, requestId],
      );
      if (made.length === 0) return this.madeBefore(manager, who, given);
      await this.sheets.create(manager, id, CALL_FORM);
      const copied = copyOf ? await this.copiedFrom(manager, who, copyOf) : NOTHING;
      await note(manager, who, {
        act: 'CREATE_CALL',
        subject: { kind: 'call', id },
        details: { teryt, ...(copyOf ? { copyOf } : {}) },
      });
      await writeValues(manager, this.sheets, who, id, { ...copied.values, 'basics.title': title });
      await copyFiles(manager, who, id, copied.files);
      return this.answer(manager, who, id);
    });
  }

  read(who: Actor, id: string): Promise<CallResponse> {
    return this.door.read(who, (manager) => this.answer(manager, who, id));
  }

  sheet(who: Actor, id: string, { after = 0 }: SheetQuery): Promise<SheetResponse> {
    return this.door.read(who, async (manager) => {
      await openCall(manager, who, id, 'readCallSheet');
      return this.sheets.read(manager, id, after);
    });
  }

  history(who: Actor, id: string, query: SheetHistoryQuery): Promise<SheetHistory> {
    return this.door.read(who, async (manager) => {
      await openCall(manager, who, id, 'readCallChanges');
      return this.sheets.history(manager, id, query);
    });
  }

  /**
   * Saves fields. A call that was published meanwhile refuses with 409 `SHEET_CLOSED` and says field by field what was
   * not taken; a save that was answered before is answered again.
   */
  save(who: Actor, id: string, request: SaveSheet): Promise<SheetSaved> {
    return this.door.write(who, async (manager) => {
      await lockCall(manager, id);
      const call = await openCall(manager, who, id, 'readCall');
      // Whether the sheet is open the sheet itself knows: the right is asked as if it were.
      requireAct(who, 'changeCall', { ...call, state: 'DRAFT' });
      const saved = await this.sheets.save(manager, who, id, CALL_FORM, request);
      await this.touch(manager, id, saved, call.state === 'DRAFT');
      return saved;
    });
  }

  /** Lists know a draft by its newest title, and a published call by the published one. */
  private async touch(manager: EntityManager, id: string, { taken }: SheetSaved, draft: boolean): Promise<void> {
    const typed = draft ? taken.find(({ path }) => path === 'basics.title')?.value : null;
    const title = typeof typed === 'string' && !isBlank(typed) ? typed : null;
    await manager.query(
      'update call set title = coalesce($2, title), updated_at = clock_timestamp() where id = $1 and $3',
      [id, title, taken.length > 0],
    );
  }

  /** @throws 409 when this person asked for another call under the same id */
  private async madeBefore(manager: EntityManager, who: Actor, { id, teryt }: CreateCall): Promise<CallResponse> {
    const [mine] = await manager.query<{ id: string }[]>(
      'select id from call where request_id = $1 and teryt = $2 and created_by = $3',
      [id, teryt, who.personId],
    );
    if (!mine) throw duplicate([{ pointer: '/id', message: words.idTaken }]);
    return this.answer(manager, who, mine.id);
  }

  /** From the sheet where one works on the call, else from what was published. @throws 400 when neither is in sight */
  private async copiedFrom(manager: EntityManager, who: Actor, from: string): Promise<Copied> {
    const [source] = await manager.query<{ teryt: string; state: string }[]>(
      'select c.teryt, c.state from call c join sheet on sheet.id = c.id where c.id = $1',
      [from],
    );
    if (source && callDecision(who, 'readCall', source).allow)
      return {
        values: copiedValues(valuesOf(await this.sheets.read(manager, from, 0))),
        files: await callFiles(manager, from),
      };
    const published = await newestEdition(manager, from);
    if (!published) throw validation([{ pointer: '/copyOf', message: words.noSuchCall }]);
    return { values: copiedValues(flatten(CALL_FORM, published.contents)), files: filesOf(published) };
  }

  private async answer(manager: EntityManager, who: Actor, id: string): Promise<CallResponse> {
    return readCall(manager, this.sheets, await openCall(manager, who, id, 'readCall'));
  }
}
