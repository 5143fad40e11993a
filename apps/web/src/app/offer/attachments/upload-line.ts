import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { attachmentPageWords as words, attachmentWords } from '@zit/words.pl/attachments';
import { Icon } from '../../ui/icon';
import { UploadQueue, type Upload } from './upload-queue';

/** One file on its way: how far it is, and the way to break it off, try again, or put it aside. */
@Component({
  selector: 'zit-upload-line',
  imports: [Icon, MatButton],
  template: `
    <p class="name">
      <zit-icon [name]="failed() ? 'warning' : 'document'" /> <span>{{ upload().file.name }}</span>
      <span class="soft">{{ size() }}</span>
    </p>
    @if (failed()) {
      <p class="why">{{ upload().why }}</p>
    } @else {
      <div class="way">
        <progress
          [max]="upload().file.size"
          [value]="upload().sent"
          [attr.aria-label]="words.progressOf(name())"
        ></progress>
        <span class="soft">{{ says() }}</span>
      </div>
    }
    <p class="acts">
      @if (upload().state === 'FAILED') {
        <button
          matButton="outlined"
          type="button"
          [attr.aria-label]="words.retryOf(name())"
          (click)="queue.retry(upload().id)"
        >
          {{ words.retry }}
        </button>
      }
      <button
        matButton
        type="button"
        [attr.aria-label]="failed() ? words.dismissOf(name()) : words.cancelOf(name())"
        (click)="queue.drop(upload().id)"
      >
        {{ failed() ? words.dismiss : words.cancel }}
      </button>
    </p>
  `,
  styleUrl: './upload-line.scss',
})
export class UploadLine {
  readonly upload = input.required<Upload>();
  protected readonly queue = inject(UploadQueue);
  protected readonly words = words;
  protected readonly name = computed(() => this.upload().file.name);
  protected readonly size = computed(() => attachmentWords.sizeOf(this.upload().file.size));
  protected readonly failed = computed(() => ['FAILED', 'REFUSED'].includes(this.upload().state));
  protected readonly says = computed(() => {
    const { state, sent, file } = this.upload();
    if (state === 'WAITING') return words.waits;
    if (state === 'ANNOUNCING') return words.announces;
    return state === 'CHECKING' ? words.checks : words.sends(Math.floor((sent / file.size) * 100));
  });
}
