import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EditionOutage, Outage, OutagePage, OutageQuery, RecordOutage } from '@zit/contracts';
import { outageWords as words } from '@zit/words.pl/outages';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { utc } from '../database/instant-text';
import { isBlank } from '../http/blank';
import { noCursor, readCursor, writeCursor } from '../http/cursor';
import { duplicate, validation } from '../http/problem-error';
import { note } from '../journal/note';

/** Rows of one page. */
const USUAL = 25;

const COLUMNS = `o.id, ${utc('o.began_at')} as "beganAt", ${utc('o.ended_at')} as "endedAt", o.what, o.minutes,
  ${utc('o.recorded_at')} as "recordedAt", o.corrects,
  (select later.id from outage later where later.corrects = o.id) as "correctedBy"`;
const PAGE = `
  select ${COLUMNS} from outage o
  where (o.began_at, o.id) < (coalesce($1::timestamptz, 'infinity'),
                              coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  order by o.began_at desc, o.id desc limit ${USUAL + 1}`;
const ONE = `select ${COLUMNS} from outage o where o.id = $1`;

/** The register of outages: anybody reads it, who works for the programme or a county adds to it. */
@Injectable()
export class OutageService {
  constructor(private readonly door: Door) {}

  page({ after }: OutageQuery): Promise<OutagePage> {
    const [began = null, id = null] = after ? cursorOf(after) : [];
    return this.door.open(async (manager) => {
      const rows = await manager.query<Outage[]>(PAGE, [began, id]);
      const [{ now }] = await manager.query<[{ now: string }]>(`select ${utc('clock_timestamp()')} as now`);
      const items = rows.slice(0, USUAL);
      const last = items.at(-1);
      const next = rows.length > USUAL && last ? writeCursor([last.beganAt, last.id]) : null;
      return { items, next, serverTime: now };
    });
  }

  /** A repeated request makes no second entry. @throws 400, 409 when the entry to put right was put right already */
  record(who: Actor, given: RecordOutage): Promise<Outage> {
    const { id: requestId, what, minutes, corrects = null } = given;
    const [beganAt, endedAt] = [instantOf('/beganAt', given.beganAt), instantOf('/endedAt', given.endedAt)];
    if (isBlank(what)) throw fault('/what', words.blank);
    if (isBlank(minutes)) throw fault('/minutes', words.blank);
    if (endedAt <= beganAt) throw fault('/endedAt', words.endsLater);
    return this.door.write(who, async (manager) => {
      const before = await madeBefore(manager, who, requestId);
      if (before) return before;
      await this.check(manager, endedAt, corrects);
      const id = randomUUID();
      await manager.query(
        `insert into outage (id, began_at, ended_at, what, minutes, corrects, recorded_by, request_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, beganAt, endedAt, what, minutes, corrects, who.personId, requestId],
      );
      const details = { beganAt, endedAt, ...(corrects ? { corrects } : {}) };
      await note(manager, who, { act: 'RECORD_OUTAGE', subject: { kind: 'outage', id }, details });
      const [made] = await manager.query<[Outage]>(ONE, [id]);
      return made;
    });
  }

  private async check(manager: EntityManager, endedAt: string, corrects: string | null): Promise<void> {
    // Two people who put right the same entry, or one who clicks twice, come one after the other.
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('outage', 0))`);
    const [{ over }] = await manager.query<[{ over: boolean }]>('select $1::timestamptz <= clock_timestamp() as over', [
      endedAt,
    ]);
    if (!over) throw fault('/endedAt', words.notOver);
    if (corrects === null) return;
    const [wrong] = await manager.query<Outage[]>(ONE, [corrects]);
    if (!wrong) throw fault('/corrects', words.noSuchEntry);
    if (wrong.correctedBy) throw duplicate([{ pointer: '/corrects', message: words.correctedAlready }]);
  }
}

async function madeBefore(manager: EntityManager, who: Actor, requestId: string): Promise<Outage | null> {
  const [row] = await manager.query<Outage[]>(
    `select ${COLUMNS} from outage o where o.recorded_by = $1 and o.request_id = $2`,
    [who.personId, requestId],
  );
  return row ?? null;
}

/** The outage that an extension names. @throws 400 when there is none, or another entry put it right */
export async function namedOutage(manager: EntityManager, id: string): Promise<EditionOutage> {
  const [row] = await manager.query<Outage[]>(ONE, [id]);
  if (!row || row.correctedBy) throw fault('/outage', words.noSuchEntry);
  const { beganAt, endedAt, what } = row;
  return { id, beganAt, endedAt, what };
}

const fault = (pointer: string, message: string) => validation([{ pointer, message }]);

/** In UTC, to the millisecond. @throws 400 without a zone */
function instantOf(pointer: string, given: string): string {
  const time = Date.parse(given);
  if (!/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(given) || !Number.isFinite(time)) throw fault(pointer, words.noZone);
  return new Date(time).toISOString();
}

/** @throws 400 when it is no cursor of ours */
function cursorOf(after: string): string[] {
  const values = readCursor(after, 2);
  const [began = ''] = values;
  if (!/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}\.\d{3}Z$/.test(began) || !Number.isFinite(Date.parse(began)))
    throw noCursor(after);
  return values;
}
