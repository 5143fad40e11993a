import { Component, computed, inject, input, resource } from '@angular/core';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { publicReasonsWords } from '@zit/words.pl/answers-page';
import { publicResultWords as words } from '@zit/words.pl/result-page';
import { resultWords } from '@zit/words.pl/result';
import { PublicAwardsList } from '../award/public-awards';
import { PublicCallHead } from '../call/public/public-call-head';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { PublicReasons } from '../answer/public-reasons';
import { ResultCheck } from './result-check';
import { publicFile, ResultHttp } from './result-http';
import { resultCsv } from './result-csv';
import { ResultTable } from './result-table';

/** A published result, for anybody: the list with its reasons, its file, and a way to work it out again. */
@Component({
  selector: 'zit-public-result-page',
  imports: [
    Loading,
    PageHead,
    ProblemNotice,
    PublicAwardsList,
    PublicCallHead,
    PublicReasons,
    ResultCheck,
    ResultTable,
  ],
  template: `
    <zit-public-call-head />
    <main>
      @if (result(); as result) {
        <zit-page-head [heading]="words.title" [crumbs]="crumbs()">
          <p class="serif">{{ result.title }}</p>
          <p>{{ words.lead(result.number, result.municipality) }}</p>
          @if (newest(); as newest) {
            <p>{{ newest.said }}</p>
            @if (newest.replaces; as text) {
              <p>{{ text }}</p>
            }
          }
        </zit-page-head>
        <zit-result-table [document]="result.document" [parties]="result.parties" />
        @if (table(); as table) {
          <p class="screen-only">
            <a [href]="table.href" [download]="table.name">{{ reasons.csv }}</a>
          </p>
        }
        <zit-public-awards [slug]="slug()" />
        <section class="screen-only" aria-labelledby="reasons-title">
          <zit-public-reasons [result]="result" />
        </section>
        @if (newest(); as newest) {
          <section class="screen-only" aria-labelledby="check-title">
            <h2 id="check-title">{{ words.check }}</h2>
            <zit-result-check
              [slug]="result.slug"
              [no]="newest.no"
              [name]="newest.name"
              [key]="result.key"
              [signed]="newest.signed"
            />
          </section>
          <p class="soft">
            {{ words.sha }}: <code>{{ newest.sha256 }}</code>
          </p>
        }
        @if (earlier().length > 0) {
          <section aria-labelledby="versions-title">
            <h2 id="versions-title">{{ words.versions }}</h2>
            <ul>
              @for (version of earlier(); track version.no) {
                <li>
                  {{ version.said }} <a [href]="version.file" download>{{ words.versionFile(version.no) }}</a>
                </li>
              }
            </ul>
          </section>
        }
      } @else if (missing()) {
        <zit-page-head [heading]="words.title" [crumbs]="crumbs()">
          <p>{{ words.missing }}</p>
        </zit-page-head>
      } @else if (asked.error(); as failure) {
        <zit-page-head [heading]="words.title" [crumbs]="crumbs()" />
        <zit-problem-notice [thrown]="failure" (retry)="asked.reload()" />
      } @else {
        <zit-loading />
      }
    </main>
  `,
  styles: `
    code {
      overflow-wrap: anywhere;
    }
    section {
      margin-block-start: var(--zit-5);
    }
  `,
  styleUrl: '../call/public/public-page.scss',
})
export class PublicResultPage {
  readonly slug = input.required<string>();
  private readonly http = inject(ResultHttp);
  protected readonly words = words;
  protected readonly reasons = publicReasonsWords;
  protected readonly asked = resource({ params: () => this.slug(), loader: ({ params }) => this.http.public(params) });
  protected readonly result = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly missing = computed(() => {
    const thrown = this.asked.error();
    return thrown !== undefined && problemOf(thrown).status === 404;
  });
  protected readonly crumbs = computed(() => [{ name: words.toCall, link: ['/ogloszenia', this.slug()] }]);
  protected readonly newest = computed(() => {
    const result = this.result();
    const [newest] = result?.versions ?? [];
    if (!result || !newest) return null;
    const { no, sha256, signed, basis, publishedAt, replacesNo, reason } = newest;
    return {
      ...{ no, sha256, signed },
      name: resultWords.resultFile(result.number, no),
      said: words.approved(basis ?? '', formatInstantPl(publishedAt ?? '')),
      replaces: replacesNo === null ? null : words.replaces(replacesNo, reason ?? ''),
    };
  });
  /** The same table as a file for spreadsheets. */
  protected readonly table = computed(() => {
    const result = this.result();
    const [newest] = result?.versions ?? [];
    if (!result || !newest) return null;
    const href = `data:text/csv;charset=utf-8,${encodeURIComponent(resultCsv(result))}`;
    return { href, name: publicReasonsWords.csvName(result.number, newest.no) };
  });
  protected readonly earlier = computed(() =>
    (this.result()?.versions ?? []).slice(1).map(({ no, publishedAt }) => ({
      no,
      said: words.versionAt(no, formatInstantPl(publishedAt ?? '')),
      file: publicFile(this.slug(), no),
    })),
  );
}
