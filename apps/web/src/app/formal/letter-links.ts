import { Component, computed, input } from '@angular/core';
import type { FormalLetter } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { formalRoomWords } from '@zit/words.pl/formal-room';
import { Icon } from '../ui/icon';
import { letterFile } from './formal-http';

/** Letters that were sent: to be read here, and saved. */
@Component({
  selector: 'zit-letter-links',
  imports: [Icon],
  template: `
    <ul>
      @for (letter of rows(); track letter.id) {
        <li>
          <a [href]="letter.html" target="_blank" rel="noopener">{{ words.letter[letter.kind] }}</a>
          <span class="soft">{{ letter.sent }}</span>
          <span class="files screen-only">
            <a [href]="letter.pdf" download [attr.aria-label]="words.letter[letter.kind] + ', PDF'"
              ><zit-icon name="download" /> PDF</a
            >
            <a [href]="letter.docx" download [attr.aria-label]="words.letter[letter.kind] + ', DOCX'"
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
export class LetterLinks {
  readonly letters = input.required<readonly FormalLetter[]>();
  protected readonly words = formalRoomWords;
  protected readonly rows = computed(() =>
    this.letters().map(({ id, kind, sentAt }) => ({
      ...{ id, kind, sent: formalRoomWords.letterSent(formatInstantPl(sentAt)) },
      ...{ html: letterFile(id, 'html'), pdf: letterFile(id, 'pdf'), docx: letterFile(id, 'docx') },
    })),
  );
}
