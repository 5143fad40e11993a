import { Inject, Injectable } from '@nestjs/common';
import type {
  AnnulCall,
  AnnulmentCause,
  CallResponse,
  CallState,
  EditionKind,
  EditionOutage,
  ExtendCall,
  PublishCall,
} from '@zit/contracts';
import {
  acceptValue,
  attachmentDifferences,
  CALL_FORM,
  callDifferences,
  formatInstantPl,
  isUnread,
  readSheet,
  unreadReason,
  type CallFile,
  type PolicyAct,
} from '@zit/domain';
import { callActWords as words } from '@zit/words.pl/call-acts';
import type { EntityManager } from 'typeorm';
import { callFiles, filesSha256 } from '../call-attachment/call-attachment-rows';
import { filesOf, publishFiles, restoreFiles, withPaths } from '../call-attachment/published-files';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { blockedCall, duplicate, forbidden, stale, validation } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import { note, type Act } from '../journal/note';
import { SheetService } from '../sheet/sheet.service';
import { requireMayAnnul, sendAnnulled } from './annulment';
import { tellOfCall } from './call-mails';
import {
  editionOfRequest,
  keepEdition,
  newestEdition,
  type CallContents,
  type EditionAsked,
  type Frozen,
} from './edition';
import { nextNumber, slugOf } from './number';
import { namedOutage } from './outage.service';
import { lockCall, openCall, requireAct, type CallRecord } from './open-call';
import { findingsOf, readCall, readRuleSets } from './read-call';
import { restoreSheet, writeValues } from './write-sheet';

/** What becomes of a call, edition by edition; each act is one transaction. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetService,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'publicOrigin' | 'port'>,
  ) {}

  /**
   * Freezes what stands in the sheet: the first edition, or an annex. All or nothing, number included.
   * @throws 409 `STALE` when the sheet or the files changed since they were looked at, 422 `BLOCKED` with what stands in the way
   */
  publish(
    who: Actor,
    id: string,
    { id: requestId, rev, attachmentsSha256, reason }: PublishCall,
  ): Promise<CallResponse> {
    const same = ({ kind, reason: said }: EditionAsked) =>
      kind === 'NOTICE' || (kind === 'ANNEX' && said === (reason ?? null));
    return this.once(who, id, { requestId, same }, 'publishCall', async (manager, call) => {
      const before = await newestEdition(manager, id);
      if (before && (!reason || isBlank(reason)))
        throw validation([{ pointer: '/reason', message: words.reasonNeeded }]);
      const frozen = await this.sheets.freeze(manager, id);
      const files = await callFiles(manager, id);
      const others = attachmentsSha256 !== undefined && attachmentsSha256 !== filesSha256(files);
      if (frozen.rev !== rev || others) throw stale([]);
      const ruleSets = await readRuleSets(manager);
      const findings = findingsOf(call, frozen.values, ruleSets, before?.contents ?? null);
      const inTheWay = findings.filter(({ verdict }) => verdict === 'fail');
      if (inTheWay.length > 0) throw blockedCall(words.blocked, inTheWay);
      await this.keep(manager, who, call, {
        requestId,
        before,
        kind: before ? 'ANNEX' : 'NOTICE',
        reason: before ? (reason ?? null) : null,
        contents: readSheet(CALL_FORM, frozen.values),
        files,
      });
    });
  }

  /** Opens the sheet again; the public goes on reading the newest edition. */
  beginAnnex(who: Actor, id: string): Promise<CallResponse> {
    return this.act(who, id, 'beginAnnex', async (manager) => {
      await this.sheets.reopen(manager, id);
      await changeState(manager, id, 'PUBLISHED', 'ANNEX');
      await note(manager, who, { act: 'BEGIN_ANNEX', subject: { kind: 'call', id }, details: {} });
    });
  }

  /** The sheet says again what is published, and closes. What was written stays in its history. */
  abandonAnnex(who: Actor, id: string): Promise<CallResponse> {
    return this.act(who, id, 'abandonAnnex', async (manager) => {
      const before = await published(manager, id);
      await restoreSheet(manager, this.sheets, who, id, before.contents);
      await restoreFiles(manager, id, filesOf(before));
      await this.sheets.freeze(manager, id);
      await changeState(manager, id, 'ANNEX', 'PUBLISHED');
      await note(manager, who, { act: 'ABANDON_ANNEX', subject: { kind: 'call', id }, details: {} });
    });
  }

  /** A later deadline as an edition of its own; a draft of an annex gets it too. @throws 400 when it is not later */
  extend(who: Actor, id: string, { id: requestId, deadlineAt, reason, outage }: ExtendCall): Promise<CallResponse> {
    const same = ({ kind, closesAt, reason: said }: EditionAsked) =>
      kind === 'EXTENSION' && said === reason && Date.parse(closesAt) === Date.parse(deadlineAt);
    return this.once(who, id, { requestId, same }, 'extendCall', async (manager, call) => {
      requireReason(reason);
      const before = await published(manager, id);
      const closesAt = laterThan(deadlineAt, [before.contents.deadline.closesAt ?? '', call.now]);
      const { deadline } = before.contents;
      const contents = { ...before.contents, deadline: { ...deadline, closesAt } };
      const named = outage ? { outage: await namedOutage(manager, outage) } : {};
      await this.keep(manager, who, call, { requestId, before, kind: 'EXTENSION', reason, contents, ...named });
      if (call.state === 'PUBLISHED') await this.sheets.reopen(manager, id);
      await writeValues(manager, this.sheets, who, id, { 'deadline.closesAt': closesAt });
      if (call.state === 'PUBLISHED') await this.sheets.freeze(manager, id);
    });
  }

  /** Takes the call back; it stays readable, with the reason. */
  annul(who: Actor, id: string, { id: requestId, reason, cause }: AnnulCall): Promise<CallResponse> {
    const same = ({ kind, reason: said, cause: why }: EditionAsked) =>
      kind === 'ANNULMENT' && said === reason && (why ?? 'REASONS') === cause;
    return this.once(who, id, { requestId, same }, 'annulCall', async (manager, call) => {
      requireReason(reason);
      await requireMayAnnul(manager, id, cause);
      const before = await published(manager, id);
      const { contents } = before;
      await this.keep(manager, who, call, { requestId, before, kind: 'ANNULMENT', reason, contents, cause });
      if (call.state === 'ANNEX') await this.sheets.freeze(manager, id);
      await sendAnnulled(manager, this.settings, call, { cause, reason });
    });
  }

  /**
   * An act that makes an edition: repeated under the same id it is answered, and makes no second one. With other
   * contents, or by somebody else, it was not done: who sent it must not believe so.
   */
  private once(
    who: Actor,
    id: string,
    { requestId, same }: { requestId: string; same: (done: EditionAsked) => boolean },
    act: PolicyAct,
    work: (manager: EntityManager, call: CallRecord) => Promise<void>,
  ): Promise<CallResponse> {
    return this.act(who, id, act, work, async (manager) => {
      const done = await editionOfRequest(manager, requestId);
      if (done && (done.callId !== id || done.personId !== who.personId || !same(done)))
        throw duplicate([{ pointer: '/id', message: words.idTaken }]);
      return done !== null;
    });
  }

  private act(
    who: Actor,
    id: string,
    act: PolicyAct,
    work: (manager: EntityManager, call: CallRecord) => Promise<void>,
    isDone: (manager: EntityManager) => Promise<boolean> = () => Promise.resolve(false),
  ): Promise<CallResponse> {
    return this.door.write(who, async (manager) => {
      await lockCall(manager, id);
      const call = await openCall(manager, who, id, 'readCall');
      if (!(await isDone(manager))) {
        requireAct(who, act, call);
        await work(manager, call);
      }
      return readCall(manager, this.sheets, await openCall(manager, who, id, 'readCall'));
    });
  }

  /** Writes the edition, brings the call's row up to it and notes the act. */
  private async keep(
    manager: EntityManager,
    who: Actor,
    call: CallRecord,
    given: {
      requestId: string;
      before: Frozen | null;
      kind: EditionKind;
      reason: string | null;
      contents: CallContents;
      /** Not said: those of the edition before. */
      files?: readonly CallFile[];
      outage?: EditionOutage;
      cause?: AnnulmentCause;
    },
  ): Promise<void> {
    const { requestId, before, kind, reason, contents, outage, cause } = given;
    const had = before ? filesOf(before) : [];
    const { title } = contents.basics;
    const { opensAt, closesAt } = contents.deadline;
    if (title === null || opensAt === null || closesAt === null)
      throw new Error('a call without title or deadline passed its check');
    const { id, teryt, municipality, now: publishedAt } = call;
    const number = before?.number ?? (await nextNumber(manager, teryt, publishedAt));
    const edition = (before?.edition ?? 0) + 1;
    const head = { form: CALL_FORM.version, number, teryt, municipality, edition, kind, reason, publishedAt };
    const attachments = given.files ? withPaths(slugOf(number), given.files) : had;
    const changed = before
      ? [...callDifferences(before.contents, contents), ...attachmentDifferences(had, attachments)]
      : [];
    const { sha256 } = await keepEdition(manager, who, {
      callId: id,
      requestId,
      frozen: { ...head, ...(outage ? { outage } : {}), ...(cause ? { cause } : {}), contents, attachments },
      differences: changed,
    });
    await publishFiles(manager, id, edition, attachments);
    await manager.query(
      `update call set state = $2, title = $3, number = $4, slug = $5, opens_at = $6, deadline_at = $7,
         updated_at = clock_timestamp() where id = $1`,
      [id, STATE_AFTER[kind](call.state), title, number, slugOf(number), opensAt, closesAt],
    );
    const act = ACT_OF[kind];
    await note(manager, who, {
      act,
      subject: { kind: 'call', id },
      details: { number, edition, sha256, ...(kind === 'EXTENSION' ? { deadlineAt: closesAt } : {}) },
    });
    await tellOfCall(manager, this.settings, { id, kind, number, title, municipality, deadlineAt: closesAt, reason });
  }
}

const ACT_OF: Readonly<Record<EditionKind, Act>> = {
  NOTICE: 'PUBLISH_CALL',
  ANNEX: 'PUBLISH_ANNEX',
  EXTENSION: 'EXTEND_CALL',
  ANNULMENT: 'ANNUL_CALL',
};
const STATE_AFTER: Readonly<Record<EditionKind, (before: CallState) => CallState>> = {
  NOTICE: () => 'PUBLISHED',
  ANNEX: () => 'PUBLISHED',
  EXTENSION: (before) => before,
  ANNULMENT: () => 'ANNULLED',
};

async function published(manager: EntityManager, id: string): Promise<Frozen> {
  const edition = await newestEdition(manager, id);
  if (!edition) throw forbidden(words.otherState);
  return edition;
}

async function changeState(manager: EntityManager, id: string, from: CallState, to: CallState): Promise<void> {
  const [, changed] = await manager.query<[unknown, number]>(
    'update call set state = $3, updated_at = clock_timestamp() where id = $1 and state = $2',
    [id, from, to],
  );
  if (changed !== 1) throw forbidden(words.otherState);
}

function requireReason(reason: string): void {
  if (isBlank(reason)) throw validation([{ pointer: '/reason', message: words.reasonNeeded }]);
}

/** The instant in UTC, to the millisecond. @throws 400: no zone, not later than all of these, or not to be typed */
function laterThan(given: string, others: readonly string[]): string {
  const fault = (message: string) => validation([{ pointer: '/deadlineAt', message }]);
  const time = Date.parse(given);
  if (!/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(given) || !Number.isFinite(time)) throw fault(words.noZone);
  if (others.some((other) => time <= Date.parse(other))) throw fault(words.notLater(formatInstantPl(others[0] ?? '')));
  // The sheet says the deadline too: it must be one that its field can hold.
  const kind = CALL_FORM.sections.deadline.fields.closesAt;
  const instant = new Date(time).toISOString();
  if (isUnread(acceptValue(kind, instant))) throw fault(unreadReason(kind, instant));
  return instant;
}
