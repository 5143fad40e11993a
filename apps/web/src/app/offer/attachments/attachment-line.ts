import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { formatInstantPl } from '@zit/domain';
import { attachmentPageWords as words, attachmentWords } from '@zit/words.pl/attachments';
import type { OfferAttachment } from '@zit/contracts';
import { Icon } from '../../ui/icon';
import { problemOf, problemText } from '../../ui/problem';
import { attachmentFile, AttachmentHttp } from './attachment-http';

/** One file that hangs on the offer: what it is, whose, its SHA-256; who may, describes and removes it. */
@Component({
  selector: 'zit-attachment-line',
  imports: [Icon, MatButton],
  template: `
    <p class="name">
      <zit-icon name="document" />
      <a [href]="href()" [attr.download]="file().name" [attr.aria-label]="words.download(file().name, size())">{{
        file().name
      }}</a>
      <span class="soft">{{ size() }}</span>
    </p>
    <p class="soft facts">{{ whose() }} · {{ words.addedAt(when()) }}</p>
    <p class="soft digest">
      {{ words.digest }}: <code>{{ file().sha256 }}</code>
    </p>
    @if (editable()) {
      <p class="about">
        <label [for]="'opis-' + file().id">{{ words.about }}</label>
        <input
          type="text"
          maxlength="300"
          [id]="'opis-' + file().id"
          [value]="file().about"
          [attr.aria-label]="words.aboutOf(file().name)"
          [attr.aria-describedby]="'opis-stan-' + file().id"
          (change)="describe($event)"
        />
        <span role="status" [id]="'opis-stan-' + file().id" [class.why]="refused()">{{ said() }}</span>
      </p>
      <p class="acts screen-only">
        <button matButton type="button" [attr.aria-label]="words.removeOf(file().name)" (click)="remove.emit(file())">
          <zit-icon name="trash" /> {{ words.remove }}
        </button>
      </p>
    } @else if (file().about) {
      <p class="about">{{ file().about }}</p>
    }
  `,
  styleUrl: './attachment-line.scss',
})
export class AttachmentLine {
  readonly offer = input.required<string>();
  readonly file = input.required<OfferAttachment>();
  /** Name of the member whose it is. */
  readonly whose = input.required<string>();
  readonly editable = input.required<boolean>();
  readonly remove = output<OfferAttachment>();
  readonly described = output();
  private readonly http = inject(AttachmentHttp);
  protected readonly words = words;
  protected readonly said = signal('');
  protected readonly refused = signal(false);
  protected readonly size = computed(() => attachmentWords.sizeOf(this.file().size));
  protected readonly when = computed(() => formatInstantPl(this.file().addedAt));
  protected readonly href = computed(() => attachmentFile(this.offer(), this.file().id));

  protected async describe(event: Event): Promise<void> {
    this.said.set('');
    try {
      await this.http.describe(this.offer(), this.file().id, (event.target as HTMLInputElement).value);
      this.refused.set(false);
      this.said.set(words.aboutSaved);
      this.described.emit();
    } catch (thrown) {
      // What was typed stays in the field.
      this.refused.set(true);
      this.said.set(problemText(problemOf(thrown)));
    }
  }
}
