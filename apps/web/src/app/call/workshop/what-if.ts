import { Component, computed, inject, resource, signal } from '@angular/core';
import { explainBlock, whatIf, type WhatIfRules } from '@zit/domain';
import { rankingWords } from '@zit/words.pl/ranking';
import { whatIfWords } from '@zit/words.pl/what-if';
import { ResultHttp } from '../../result/result-http';
import { Loading } from '../../ui/loading';
import { problemOf } from '../../ui/problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { CallHttp } from '../call-http';
import type { CallContents } from '../reading/call-reading';
import { CallDesk } from './call-desk';

/** Offers of an earlier call by the rules of this draft, beside what was published; worked out in the browser. */
@Component({
  selector: 'zit-what-if',
  imports: [Loading, ProblemNotice],
  templateUrl: './what-if.html',
  styleUrls: ['../../sheet/_inputs.scss', './what-if.scss'],
})
export class WhatIf {
  private readonly desk = inject(CallDesk);
  private readonly calls = inject(CallHttp);
  private readonly results = inject(ResultHttp);
  protected readonly words = whatIfWords;
  protected readonly opened = signal(false);
  protected readonly slug = signal<string | null>(null);
  protected readonly earlier = resource({
    params: () => (this.opened() ? {} : undefined),
    loader: async () =>
      (await this.calls.page()).items.filter(({ phase, slug }) => phase === 'CLOSED' && slug !== null),
  });
  protected readonly asked = resource({
    params: () => this.slug() ?? undefined,
    loader: ({ params }) => this.results.public(params),
  });
  /** That call has no published result. */
  protected readonly missing = computed(() => {
    const thrown = this.asked.error();
    return thrown !== undefined && problemOf(thrown).status === 404;
  });
  private readonly rules = computed(() => rulesOf(this.desk.contents()));
  protected readonly incomplete = computed(() => this.rules() === null);
  protected readonly found = computed(() => {
    const [document, rules] = [this.asked.hasValue() ? this.asked.value().document : null, this.rules()];
    if (!document || !rules) return null;
    const other = whatIf(document, rules);
    return {
      ...other,
      comparable: other.unknown.length < rules.criteria.length,
      blocks: other.blocks.map(explainBlock),
      rows: other.rows.map(({ offer, place, status, shown, because }) => {
        const was = document.ranking.find((row) => row.offer === offer);
        return {
          ...{ offer, because },
          title: document.offers[offer]?.title ?? '',
          shown: shown ?? '',
          was: was ? whatIfWords.place(was.place, rankingWords.status[was.status]) : '',
          would: whatIfWords.place(place, rankingWords.status[status]),
        };
      }),
    };
  });

  protected open({ target }: Event): void {
    this.opened.set((target as HTMLDetailsElement).open);
  }

  protected choose({ target }: Event): void {
    this.slug.set((target as HTMLSelectElement).value || null);
  }
}

/** Null: something that ranks is not written yet. */
function rulesOf(contents: CallContents | null): WhatIfRules | null {
  const thresholdPoints = contents?.rules.thresholdPoints ?? null;
  const criteria = (contents?.criteria.list ?? []).flatMap(({ code, weight }) =>
    code !== null && weight !== null ? [{ code, weight }] : [],
  );
  if (!contents || thresholdPoints === null || criteria.length === 0) return null;
  return { criteria, thresholdPoints, ties: contents.rules.ties.flatMap(({ by }) => (by === null ? [] : [by])) };
}
