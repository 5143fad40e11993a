import { Injectable } from '@nestjs/common';
import type { CallResult, RankingPreview, RankingStability } from '@zit/contracts';
import { callDecision } from '@zit/domain';
import { openCall } from '../call/open-call';
import { requireDeclared, seatOf } from '../commission/seat-of';
import { Door } from '../database/door';
import type { SignedIn } from '../http/signed-in';
import { previewOf, rankingNow } from './ranking-now';
import { ResultKey } from './result-key';
import { newestDocument, readVersions } from './result-rows';
import { StabilityPool } from './stability-pool';

/** What is looked at before a result is frozen, and what was frozen. */
@Injectable()
export class ResultService {
  constructor(
    private readonly door: Door,
    private readonly key: ResultKey,
    private readonly pool: StabilityPool,
  ) {}

  /** What was frozen and is in sight: nothing of it for who may not see all of it. @throws 404, 403 */
  read(who: SignedIn, callId: string): Promise<CallResult> {
    return this.door.read(who, async (manager) => {
      const record = await openCall(manager, who, callId, 'readResult');
      await requireDeclared(manager, who, callId);
      const versions = await readVersions(manager, callId);
      const seat = await seatOf(manager, who, callId);
      const [settles] = await manager.query<unknown[]>('select where $1 = any (scope_calls_settled())', [callId]);
      return {
        versions,
        document: await newestDocument(manager, callId),
        maySettle: settles !== undefined && seat !== null && callDecision(who, 'freezeResult', record).allow,
        mayAnnounce: versions.length > 0 && callDecision(who, 'publishResult', record).allow,
        key: this.key.open(),
      };
    });
  }

  /** @throws 404: only chair and secretary, and nothing of the call barred to them */
  ranking(who: SignedIn, callId: string): Promise<RankingPreview> {
    return this.door.read(who, async (manager) => {
      const record = await openCall(manager, who, callId, 'readRanking');
      return previewOf(manager, callId, await rankingNow(manager, record));
    });
  }

  /** How firmly the ranking of this moment stands. @throws 404, 503 BUSY */
  async stability(who: SignedIn, callId: string): Promise<RankingStability> {
    const { call, checked } = await this.door.read(who, async (manager) =>
      rankingNow(manager, await openCall(manager, who, callId, 'readStability')),
    );
    return { checked, stability: await this.pool.of(call, checked) };
  }
}
