import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { ResultContents } from '@zit/contracts';
import { awardPageWords } from '@zit/words.pl/award-page';
import { answerWords } from '@zit/words.pl/answers';
import { answersPageWords } from '@zit/words.pl/answers-page';
import { resultPageWords as words } from '@zit/words.pl/result-page';
import { CallHttp } from '../call/call-http';
import { callCrumbs } from '../formal/call-crumb';
import { ActingFor } from '../shell/acting-for';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { FreezeForm } from './freeze-form';
import { ResultHttp } from './result-http';
import { ResultLot } from './result-lot';
import { ResultTable } from './result-table';
import { ResultVersions } from './result-versions';
import { StabilityView } from './stability-view';

/** Where a call is settled: its ranking, how firmly it stands, the lot, the freeze, and what the executive does then. */
@Component({
  selector: 'zit-result-page',
  imports: [
    FreezeForm,
    Loading,
    NgTemplateOutlet,
    PageHead,
    ProblemNotice,
    ResultLot,
    ResultTable,
    ResultVersions,
    RouterLink,
    StabilityView,
  ],
  templateUrl: './result-page.html',
  styleUrl: './result-page.scss',
})
export class ResultPage {
  readonly id = input.required<string>();
  private readonly http = inject(ResultHttp);
  private readonly calls = inject(CallHttp);
  private readonly acting = inject(ActingFor);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = words;
  protected readonly awardWords = awardPageWords;
  protected readonly answers = answersPageWords;
  protected readonly asked = resource({ params: () => this.id(), loader: ({ params }) => this.http.read(params) });
  protected readonly result = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  /** Who sits in its commission may not read the call's sheet; its number is in the ranking then. */
  private readonly call = resource({
    params: () => this.id(),
    loader: ({ params }) => this.calls.get(params).catch(() => null),
  });
  private readonly settles = computed(() => (this.result()?.maySettle ? this.id() : undefined));
  protected readonly ranking = resource({ params: this.settles, loader: ({ params }) => this.http.ranking(params) });
  protected readonly preview = computed(() => (this.ranking.hasValue() ? this.ranking.value() : null));
  private readonly steady = computed(() => (this.preview()?.blocks.length === 0 ? this.preview()?.checked : undefined));
  protected readonly firm = resource({
    params: this.steady,
    loader: () => this.http.stability(this.id()),
  });
  protected readonly stability = computed(() => (this.firm.hasValue() ? this.firm.value().stability : null));
  protected readonly slug = computed(() => (this.call.hasValue() ? (this.call.value()?.slug ?? null) : null));
  protected readonly document = computed<ResultContents | null>(() => this.result()?.document ?? null);
  protected readonly published = computed(() =>
    (this.result()?.versions ?? []).some(({ publishedAt }) => publishedAt !== null),
  );
  /** What the reason of a further version has to name. */
  protected readonly because = computed(() => {
    const appeals = this.preview()?.appeals ?? [];
    return appeals.length > 0 ? answerWords.because(appeals.map(({ no }) => no)) : '';
  });
  /** A lot is shown where one was promised, or is needed. */
  protected readonly lotShown = computed(() => {
    const preview = this.preview();
    return preview !== null && (preview.lot !== null || preview.blocks.some(({ code }) => code === 'LOT_NEEDED'));
  });
  protected readonly number = computed(
    () => this.preview()?.document.call.number ?? this.document()?.call.number ?? words.call,
  );
  protected readonly crumbs = computed(() =>
    callCrumbs({ callId: this.id(), callTitle: this.number() }, this.acting.hat()?.body === 'STEERING_GROUP'),
  );

  protected frozen(): void {
    this.snackBar.open(words.frozen, undefined, { duration: 5_000 });
    this.again();
  }

  protected again(): void {
    this.asked.reload();
    this.ranking.reload();
  }
}
