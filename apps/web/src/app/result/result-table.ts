import { Component, computed, input } from '@angular/core';
import type { PublicResult, ResultContents } from '@zit/contracts';
import { formatZloty, publishedMean } from '@zit/domain';
import { publicReasonsWords } from '@zit/words.pl/answers-page';
import { rankingWords } from '@zit/words.pl/ranking';
import { resultTableWords } from '@zit/words.pl/result-page';
import { StatusChip, type Tone } from '../ui/status-chip';

const TONES: Readonly<Record<string, Tone>> = {
  selected: 'settled',
  reserve: 'place',
  'below-threshold': 'quiet',
  rejected: 'blocked',
  undecided: 'attention',
};

/** A ranking with its amounts, points by criterion and the sentence that explains each place. */
@Component({
  selector: 'zit-result-table',
  imports: [StatusChip],
  template: `
    <div class="wide" role="region" tabindex="0" [attr.aria-label]="words.caption">
      <table>
        <caption>
          {{
            words.caption
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="number">{{ words.place }}</th>
            <th scope="col">{{ words.offer }}</th>
            <th scope="col" class="number">{{ words.zit }}</th>
            @for (criterion of document().rules.criteria; track criterion.code) {
              <th scope="col" class="number">
                <abbr [title]="criterion.name">{{ criterion.code }}</abbr>
              </th>
            }
            <th scope="col" class="number">{{ words.points }}</th>
            <th scope="col">{{ words.status }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.offer) {
            <tr>
              <td class="number">{{ row.place ?? words.noPlace }}</td>
              <th scope="row">
                {{ row.title }} <span class="soft">{{ row.offer }}</span>
                @if (row.whose; as whose) {
                  <span class="soft whose">{{ whose }}</span>
                }
              </th>
              <td class="number">{{ row.zit }}</td>
              @for (mean of row.means; track $index) {
                <td class="number">{{ mean ?? words.noPlace }}</td>
              }
              <td class="number strong">{{ row.shown ?? words.noPlace }}</td>
              <td>
                <zit-status-chip [tone]="row.tone">{{ row.status }}</zit-status-chip>
                <span class="because">{{ row.because }}</span>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="soft">{{ rules() }}</p>
    <details>
      <summary>{{ words.criteria }}</summary>
      <ul>
        @for (criterion of document().rules.criteria; track criterion.code) {
          <li>{{ criterion.code }} {{ criterion.name }} ({{ words.weight(criterion.weight) }})</li>
        }
      </ul>
    </details>
  `,
  styleUrl: './result-table.scss',
})
export class ResultTable {
  readonly document = input.required<ResultContents>();
  /** Whose the offers are, where that is shown. */
  readonly parties = input<PublicResult['parties']>([]);
  protected readonly words = resultTableWords;
  protected readonly rules = computed(() => {
    const { threshold, quorum } = this.document().rules;
    return resultTableWords.rules(threshold.replace('.', ','), quorum);
  });
  protected readonly rows = computed(() => {
    const document = this.document();
    return document.ranking.map(({ offer, place, shown, status, because }) => ({
      ...{ offer, place, shown, because },
      title: document.offers[offer]?.title ?? '',
      whose: whoseOf(this.parties().find((party) => party.offer === offer)),
      zit: formatZloty(document.offers[offer]?.zitGrosze ?? 0),
      means: document.rules.criteria.map(({ code }) =>
        status === 'rejected' ? null : publishedMean(document, offer, code),
      ),
      status: rankingWords.status[status],
      tone: TONES[status] ?? 'quiet',
    }));
  });
}

/** „Konsorcjum …, lider …”, as far as it is known. */
const whoseOf = (party: PublicResult['parties'][number] | undefined): string | null =>
  [
    party?.consortium ? `${publicReasonsWords.consortium}: ${party.consortium}` : '',
    party?.leader ? `${publicReasonsWords.leader}: ${party.leader}` : '',
  ]
    .filter(Boolean)
    .join('. ') || null;
