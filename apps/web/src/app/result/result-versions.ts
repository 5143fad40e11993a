import { Component, computed, inject, Injector, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ResultVersion } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { resultPageWords as words } from '@zit/words.pl/result-page';
import { askForReason } from '../ui/reason-dialog';
import { StatusChip } from '../ui/status-chip';
import { ResultHttp, versionFile } from './result-http';

/** What was frozen, with its papers, and what the executive does with the newest of it. */
@Component({
  selector: 'zit-result-versions',
  imports: [MatButton, RouterLink, StatusChip],
  template: `
    <h2>{{ words.versions }}</h2>
    <ol>
      @for (version of rows(); track version.no) {
        <li>
          <p>
            <strong>{{ version.said }}</strong>
          </p>
          @if (version.reason; as reason) {
            <p>{{ reason }}</p>
          }
          <p>
            <zit-status-chip [tone]="version.publishedAt ? 'settled' : 'attention'">{{
              version.state
            }}</zit-status-chip>
          </p>
          <p class="files">
            @for (format of ['pdf', 'docx', 'html']; track format) {
              <a [href]="paper(version.no, format)">{{ words.minutes }} {{ format.toUpperCase() }}</a>
            }
            <a [href]="file(version.no)" download>{{ words.file }}</a>
            @if (version.publishedAt && slug()) {
              <a [routerLink]="['/ogloszenia', slug(), 'wynik']">{{ words.public }}</a>
            }
          </p>
          @if (mayAnnounce() && $first && !version.publishedAt) {
            <p class="screen-only">
              @if (version.approvedAt) {
                <button matButton="filled" type="button" (click)="publish(version.no)">{{ words.publish }}</button>
              } @else {
                <button matButton="filled" type="button" (click)="approve(version.no)">{{ words.approve }}</button>
              }
            </p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      padding: 0;
      list-style: none;
    }
    .files {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-2) var(--zit-4);
    }
  `,
})
export class ResultVersions {
  readonly call = input.required<string>();
  readonly slug = input.required<string | null>();
  readonly versions = input.required<readonly ResultVersion[]>();
  readonly mayAnnounce = input.required<boolean>();
  readonly changed = output();
  private readonly http = inject(ResultHttp);
  private readonly injector = inject(Injector);
  protected readonly words = words;
  protected readonly rows = computed(() =>
    this.versions().map((version) => ({
      ...version,
      said: words.version(version.no, formatInstantPl(version.frozenAt)),
      state: stateOf(version),
    })),
  );

  protected paper(no: number, format: string): string {
    return versionFile(this.call(), no, `minutes.${format}`);
  }

  protected file(no: number): string {
    return versionFile(this.call(), no, 'result.json');
  }

  protected async approve(no: number): Promise<void> {
    const done = await askForReason(this.injector, {
      ...{ title: words.approve, lead: words.approveLead, go: words.approveGo, working: words.working },
      reason: {
        ...{ label: words.basis, hint: words.basisHint, missing: words.basisMissing },
        ...{ shortest: 3, longest: 1_000 },
      },
      act: (_, basis) => this.http.approve(this.call(), no, basis),
    });
    if (done) this.changed.emit();
  }

  protected async publish(no: number): Promise<void> {
    const done = await askForReason(this.injector, {
      ...{ title: words.publish, lead: words.publishLead, go: words.publishGo, working: words.working },
      reason: null,
      act: () => this.http.publish(this.call(), no),
    });
    if (done) this.changed.emit();
  }
}

function stateOf({ approvedAt, basis, publishedAt }: ResultVersion): string {
  if (publishedAt) return words.published(formatInstantPl(publishedAt));
  return approvedAt ? words.approved(basis ?? '', formatInstantPl(approvedAt)) : words.waitsApproval;
}
