import { Component, computed, inject, Injector, input, linkedSignal, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AwardResponse, AwardRow } from '@zit/contracts';
import { formatZloty } from '@zit/domain';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { awardPageWords as words } from '@zit/words.pl/award-page';
import { callCrumbs } from '../formal/call-crumb';
import { ActingFor } from '../shell/acting-for';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { askForReason } from '../ui/reason-dialog';
import { StatusChip, type Tone } from '../ui/status-chip';
import { AwardHttp } from './award-http';

const TONES: Readonly<Record<AwardRow['turn'], Tone>> = {
  AWARDED: 'settled',
  ENDED: 'blocked',
  NEXT: 'attention',
  EARLIER: 'quiet',
  PLACES: 'quiet',
  MONEY: 'quiet',
};

/** Awards of a call after its result: the published order, whose turn it is, and what fell through. */
@Component({
  selector: 'zit-award-page',
  imports: [Loading, MatButton, PageHead, ProblemNotice, StatusChip],
  templateUrl: './award-page.html',
  styleUrl: './award-page.scss',
})
export class AwardPage {
  readonly id = input.required<string>();
  private readonly http = inject(AwardHttp);
  private readonly injector = inject(Injector);
  private readonly acting = inject(ActingFor);
  protected readonly words = words;
  protected readonly asked = resource({ params: () => this.id(), loader: ({ params }) => this.http.read(params) });
  protected readonly state = linkedSignal(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly crumbs = computed(() =>
    callCrumbs(
      { callId: this.id(), callTitle: this.state()?.number ?? words.call },
      this.acting.hat()?.body === 'STEERING_GROUP',
    ),
  );
  protected readonly lead = computed(() => {
    const state = this.state();
    if (!state?.result) return words.noResult;
    return words.lead(state.result.no, formatInstantPl(state.result.publishedAt));
  });
  protected readonly sum = computed(() => {
    const { standing, centres, moneyGrosze } = this.state() ?? {};
    if (!standing) return '';
    const money = moneyGrosze === null || moneyGrosze === undefined ? null : formatZloty(moneyGrosze);
    return words.standing(standing.count, centres ?? null, formatZloty(standing.zitGrosze), money);
  });
  protected readonly rows = computed(() =>
    (this.state()?.rows ?? []).map((row) => ({
      ...row,
      tone: TONES[row.turn],
      said: words.turn[row.turn],
      zit: formatZloty(row.zitGrosze),
      history: row.awards.map(toldOf),
      standing: row.awards.find(({ endedAt }) => endedAt === null) ?? null,
    })),
  );

  protected async give(row: AwardRow): Promise<void> {
    const resultNo = this.state()?.result?.no;
    if (resultNo === undefined) return;
    const fromReserve = row.status === 'reserve';
    const done = await askForReason(this.injector, {
      title: words.giveTitle(row.title),
      lead: fromReserve
        ? words.giveReserveLead(formatZloty(row.zitGrosze))
        : words.giveLead(formatZloty(row.zitGrosze)),
      ...{ go: words.give, working: words.working },
      reason: fromReserve ? { label: words.moveReason, hint: words.moveHint, ...REASON } : null,
      act: (id, reason) =>
        this.http.give(this.id(), { id, offer: row.offer, resultNo, ...(fromReserve ? { reason } : {}) }),
    });
    if (done) this.state.set(done);
  }

  protected async end(row: AwardRow, award: AwardResponse): Promise<void> {
    const done = await askForReason(this.injector, {
      ...{ title: words.endTitle(row.title), lead: words.endLead, go: words.end, working: words.working },
      reason: { label: words.endReason, hint: words.endHint, ...REASON },
      act: (_, reason) => this.http.end(this.id(), award.id, reason),
    });
    if (done) this.state.set(done);
  }
}

const REASON = { missing: words.reasonMissing, shortest: 10, longest: 2_000 } as const;

/** What became of an award, a sentence each. */
function toldOf(award: AwardResponse): { id: string; amounts: string; sentences: string[] } {
  const { id, awardedAt, endedAt, endedReason, reason, carriedAt, agreement } = award;
  const [total, zit, own] = [award.totalGrosze, award.zitGrosze, award.ownGrosze].map(formatZloty);
  return {
    id,
    amounts: words.amounts(total ?? '', zit ?? '', own ?? ''),
    sentences: [
      words.awarded(formatInstantPl(awardedAt), reason),
      ...(carriedAt ? [words.carried(formatInstantPl(carriedAt))] : []),
      ...(agreement ? [words.agreement(agreement.number, formatInstantPl(agreement.issuedAt))] : []),
      ...(endedAt ? [words.ended(formatInstantPl(endedAt), endedReason ?? '')] : []),
    ],
  };
}
