import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { CallEdition } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { publicAttachmentWords } from '@zit/words.pl/call-attachments';
import { callStateWords, publicCallWords } from '@zit/words.pl/call-page';
import { frameWords } from '@zit/words.pl/frame';
import { outagePageWords } from '@zit/words.pl/outages';
import { Icon } from '../../ui/icon';
import { spanTold } from '../outages/outage-words';
import { editionFile } from '../public/public-call-http';
import { Differences } from './differences';

/** The frozen editions of a call, newest first, each with its hash, its file and what it changed. */
@Component({
  selector: 'zit-editions',
  imports: [Differences, Icon, MatButton, RouterLink],
  template: `
    <ol>
      @for (edition of rows(); track edition.no) {
        <li>
          <h3>{{ edition.name }}</h3>
          <p class="soft">{{ edition.at }}</p>
          @if (edition.reason) {
            <p class="reason">{{ words.editionReason(edition.reason) }}</p>
          }
          @if (edition.because; as text) {
            <p>
              <a [routerLink]="['/ogloszenia', 'awarie']" [fragment]="edition.outage?.id">{{ text }}</a>
            </p>
          }
          @if (edition.differences.length > 0) {
            <h4>{{ words.differences }}</h4>
            <zit-differences [differences]="edition.differences" />
          }
          @if (edition.earlier.length > 0) {
            <h4>{{ edition.filesTitle }}</h4>
            <ul>
              @for (file of edition.earlier; track file.id) {
                <li>
                  <a [href]="file.path" [attr.download]="file.name">{{ file.name }}</a>
                </li>
              }
            </ul>
          }
          <p class="seal">
            <span class="soft">{{ words.sha }}</span>
            <code>{{ edition.sha256 }}</code>
          </p>
          <p class="acts screen-only">
            <a matButton [href]="edition.file" download><zit-icon name="download" /> {{ words.json(edition.no) }}</a>
            <button
              matButton
              type="button"
              [attr.aria-label]="words.copySha(edition.no)"
              (click)="copy(edition.sha256)"
            >
              <zit-icon name="copy" /> {{ copyText }}
            </button>
          </p>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    ul {
      margin: 0 0 var(--zit-3);
      padding-inline-start: var(--zit-5);
    }
    ul li {
      overflow-wrap: anywhere;
    }
    ol > li {
      padding-block: var(--zit-4);
      border-block-start: 1px solid var(--zit-line);
    }
    h3 {
      margin-block-end: 0;
    }
    h4 {
      margin-block: var(--zit-3) var(--zit-1);
      font-size: 1rem;
    }
    p {
      margin-block-end: var(--zit-2);
    }
    .reason {
      white-space: pre-line;
    }
    .seal code {
      display: block;
      font-size: 0.875rem;
      overflow-wrap: anywhere;
      user-select: all;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-1);
      margin: 0 0 0 calc(-1 * var(--zit-3));
    }
  `,
})
export class Editions {
  readonly slug = input.required<string>();
  readonly editions = input.required<readonly CallEdition[]>();
  private readonly clipboard = inject(Clipboard);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = publicCallWords;
  protected readonly copyText = frameWords.copy;
  protected readonly rows = computed(() =>
    [...this.editions()]
      .sort((a, b) => b.no - a.no)
      .map((edition, index) => ({
        ...edition,
        // Those in force stand in a part of their own.
        earlier: index === 0 ? [] : edition.attachments,
        filesTitle: publicAttachmentWords.ofEdition(edition.no),
        name: publicCallWords.edition(edition.no, callStateWords.edition[edition.kind]),
        at: publicCallWords.editionAt(formatInstantPl(edition.publishedAt)),
        because: edition.outage ? outagePageWords.ofEdition(spanTold(edition.outage), edition.outage.what) : null,
        file: editionFile(this.slug(), edition.no),
      })),
  );

  protected copy(hash: string): void {
    if (this.clipboard.copy(hash)) this.snackBar.open(frameWords.copied, undefined, { duration: 3_000 });
  }
}
