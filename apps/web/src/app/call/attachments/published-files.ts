import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { PublishedFile } from '@zit/contracts';
import type { CallFile } from '@zit/domain';
import { publicAttachmentWords as words } from '@zit/words.pl/call-attachments';
import { frameWords } from '@zit/words.pl/frame';
import { Icon } from '../../ui/icon';
import { kindAndSize } from './file-kind';

/** Files of a call for reading: what each is, how large, its SHA-256; saved on a click when they are published. */
@Component({
  selector: 'zit-published-files',
  imports: [Icon, MatButton],
  template: `
    <ul>
      @for (row of rows(); track row.file.id) {
        <li>
          <p class="name">
            <zit-icon name="document" />
            @if (row.path; as path) {
              <a [href]="path" [attr.download]="row.file.name" [attr.aria-label]="row.download">{{ row.file.name }}</a>
            } @else {
              <strong>{{ row.file.name }}</strong>
            }
            <span class="soft">{{ row.kind }}</span>
          </p>
          @if (row.file.about) {
            <p>{{ row.file.about }}</p>
          }
          <p class="digest">
            <span class="soft">{{ words.digest }}: </span><code>{{ row.file.sha256 }}</code>
            <button
              class="screen-only"
              matButton
              type="button"
              [attr.aria-label]="words.copy(row.file.name)"
              (click)="copy(row.file.sha256)"
            >
              <zit-icon name="copy" /> {{ copyText }}
            </button>
          </p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: var(--zit-3);
      border-block-end: 1px solid var(--zit-line);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .name a,
    .name strong {
      margin-inline: var(--zit-1);
      font-weight: 600;
    }
    .digest {
      font-size: 0.9375rem;
    }
    code {
      font-size: 0.8125rem;
      user-select: all;
    }
  `,
})
export class PublishedFiles {
  /** Those of an edition have an address; those of a draft are only shown. */
  readonly files = input.required<readonly (CallFile | PublishedFile)[]>();
  private readonly clipboard = inject(Clipboard);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = words;
  protected readonly copyText = frameWords.copy;
  protected readonly rows = computed(() =>
    this.files().map((file) => ({
      file,
      path: 'path' in file ? file.path : null,
      kind: kindAndSize(file),
      download: words.download(file.name, kindAndSize(file)),
    })),
  );

  protected copy(hash: string): void {
    if (this.clipboard.copy(hash)) this.snackBar.open(frameWords.copied, undefined, { duration: 3_000 });
  }
}
