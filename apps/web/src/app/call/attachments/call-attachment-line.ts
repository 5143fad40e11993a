import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CallFile } from '@zit/domain';
import { attachmentPageWords } from '@zit/words.pl/attachments';
import { callAttachmentPageWords, publicAttachmentWords } from '@zit/words.pl/call-attachments';
import { Icon } from '../../ui/icon';
import { problemOf, problemText } from '../../ui/problem';
import { callAttachmentFile, CallAttachmentHttp } from './call-attachment-http';
import { kindAndSize } from './file-kind';

/** One file that hangs on the call: what it is, its SHA-256, and what may be done with it. */
@Component({
  selector: 'zit-call-attachment-line',
  imports: [Icon, MatButton],
  templateUrl: './call-attachment-line.html',
  styleUrl: './call-attachment-line.scss',
})
export class CallAttachmentLine {
  readonly call = input.required<string>();
  readonly file = input.required<CallFile>();
  readonly editable = input.required<boolean>();
  /** First or last of the list: there is nowhere to go. */
  readonly first = input.required<boolean>();
  readonly last = input.required<boolean>();
  /** Steps in the order: -1 or 1. */
  readonly move = output<-1 | 1>();
  readonly replace = output();
  readonly remove = output();
  readonly described = output();
  private readonly http = inject(CallAttachmentHttp);
  protected readonly words = callAttachmentPageWords;
  protected readonly shared = attachmentPageWords;
  protected readonly said = signal('');
  protected readonly refused = signal(false);
  protected readonly kind = computed(() => kindAndSize(this.file()));
  protected readonly download = computed(() => publicAttachmentWords.download(this.file().name, this.kind()));
  protected readonly href = computed(() => callAttachmentFile(this.call(), this.file().id));

  protected async describe(event: Event): Promise<void> {
    this.said.set('');
    try {
      await this.http.change(this.call(), this.file().id, { about: (event.target as HTMLInputElement).value });
      this.refused.set(false);
      this.said.set(attachmentPageWords.aboutSaved);
      this.described.emit();
    } catch (thrown) {
      // What was typed stays in the field.
      this.refused.set(true);
      this.said.set(problemText(problemOf(thrown)));
    }
  }
}
