import { Inject, Injectable } from '@nestjs/common';
import type { ApproveResult, ResultVersion, ResultVersions } from '@zit/contracts';
import { resultWords as words } from '@zit/words.pl/result';
import type { EntityManager } from 'typeorm';
import { openCall, type CallRecord } from '../call/open-call';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, notFound, validation } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { sendResultLetters } from '../letter/result-letters';
import { newestDocument, readVersions } from './result-rows';

/** What the executive does with a frozen result: it approves it by an act of its own, and announces it. */
@Injectable()
export class AnnounceService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Repeated with the same basis it is answered. @throws 404, 403, 409: approved on another basis */
  approve(who: SignedIn, callId: string, no: string, { basis }: ApproveResult): Promise<ResultVersions> {
    if (isBlank(basis)) throw validation([{ pointer: '/basis', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      await openCall(manager, who, callId, 'approveResult');
      const version = await lockNewest(manager, callId, no);
      if (version.approvedAt !== null) {
        if (version.basis !== basis) throw duplicate([{ pointer: '/basis', message: words.approvedOtherwise }]);
        return { versions: await readVersions(manager, callId) };
      }
      await manager.query(
        `update call_result set approved_at = clock_timestamp(), approved_by = $3, basis = $4
         where call_id = $1 and no = $2`,
        [callId, version.no, who.personId, basis],
      );
      const details = { no: version.no, sha256: version.sha256 };
      await note(manager, who, { act: 'APPROVE_RESULT', subject: { kind: 'call', id: callId }, details });
      return { versions: await readVersions(manager, callId) };
    });
  }

  /** From here on everybody reads it, and everybody who handed in is told. Repeated it is answered. @throws 404, 403 */
  publish(who: SignedIn, callId: string, no: string): Promise<ResultVersions> {
    return this.door.write(who, async (manager) => {
      const call = await openCall(manager, who, callId, 'publishResult');
      const version = await lockNewest(manager, callId, no);
      if (version.approvedAt === null) throw forbidden(words.notApproved);
      if (version.publishedAt !== null) return { versions: await readVersions(manager, callId) };
      await manager.query(
        `update call_result set published_at = clock_timestamp(), published_by = $3 where call_id = $1 and no = $2`,
        [callId, version.no, who.personId],
      );
      const versions = await readVersions(manager, callId);
      await this.tell(manager, who, call, versions[0]);
      const details = { no: version.no, sha256: version.sha256 };
      await note(manager, who, { act: 'PUBLISH_RESULT', subject: { kind: 'call', id: callId }, details });
      return { versions };
    });
  }

  private async tell(
    manager: EntityManager,
    who: SignedIn,
    call: CallRecord,
    version: ResultVersion | undefined,
  ): Promise<void> {
    const document = await newestDocument(manager, call.id);
    if (!document || !version?.publishedAt) throw new Error('a result that was published is not there');
    const published = { version: { ...version, publishedAt: version.publishedAt }, document };
    await sendResultLetters(manager, who, this.settings, call, published);
  }
}

/** The newest version, locked; an earlier one is not approved any more. @throws 404, 403 */
async function lockNewest(manager: EntityManager, callId: string, no: string): Promise<ResultVersion> {
  await manager.query('select from call_result where call_id = $1 order by no for no key update', [callId]);
  const versions = await readVersions(manager, callId);
  const version = versions.find((each) => String(each.no) === no);
  if (!version) throw notFound();
  if (version !== versions[0]) throw forbidden(words.notNewest);
  return version;
}
