import { Component, computed, input } from '@angular/core';
import type { OfferLetter } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { answersPageWords } from '@zit/words.pl/answers-page';
import { formalRoomWords } from '@zit/words.pl/formal-room';
import { offerLetterWords } from '@zit/words.pl/offer-letter';
import { letterFile } from '../formal/formal-http';
import { Icon } from '../ui/icon';

/** Letters about a result that were sent: to be read here, and saved. */
@Component({
  selector: 'zit-sent-letters',
  imports: [Icon],
  template: `
    <ul>
      @for (letter of rows(); track letter.id) {
        <li>
          <a [href]="letter.html" target="_blank" rel="noopener">{{ letter.title }}</a>
          <span class="soft">{{ letter.said }}</span>
          <span class="files screen-only">
            <a [href]="letter.pdf" download [attr.aria-label]="letter.title + ', ' + letter.said + ', PDF'"
              ><zit-icon name="download" /> PDF</a
            >
            <a [href]="letter.docx" download [attr.aria-label]="letter.title + ', ' + letter.said + ', DOCX'"
              ><zit-icon name="download" /> DOCX</a
            >
          </span>
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
    li,
    .files {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--zit-1) var(--zit-4);
    }
    a {
      padding-block: 10px;
    }
  `,
})
export class SentLetters {
  readonly letters = input.required<readonly (OfferLetter & { offer?: string })[]>();
  protected readonly rows = computed(() =>
    this.letters().map(({ id, kind, sentAt, offer }) => ({
      ...{ id, title: offerLetterWords.title[kind] },
      said: [
        ...(offer === undefined ? [] : [answersPageWords.letterOf(offer)]),
        formalRoomWords.letterSent(formatInstantPl(sentAt)),
      ].join(', '),
      ...{ html: letterFile(id, 'html'), pdf: letterFile(id, 'pdf'), docx: letterFile(id, 'docx') },
    })),
  );
}
