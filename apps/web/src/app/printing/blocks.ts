import { Component, input } from '@angular/core';
import type { Block, ListStyle, SignatureSlot } from '@zit/documents/model/model';
import { documentPageWords } from '@zit/words.pl/document-page';
import { Runs } from './runs';

const LIST_CLASS: Record<ListStyle, string> = { '1.': 'sections', '1)': 'points', 'a)': 'letters', '-': 'dashes' };

/** Blocks of a document; lists hold blocks again. Headings stand one level lower than on paper, under the page's own. */
@Component({
  selector: 'zit-blocks',
  imports: [Runs],
  templateUrl: './blocks.html',
  styleUrl: './blocks.scss',
})
export class Blocks {
  readonly blocks = input.required<readonly Block[]>();
  protected readonly listClass = LIST_CLASS;

  protected signatories(slot: SignatureSlot): string[] {
    const people = slot.signatories.map(({ name, office }) => [name, office].filter(Boolean).join(', '));
    const lines = people.length > 0 ? people : [documentPageWords.signature];
    return slot.countersignature ? [...lines, slot.countersignature] : lines;
  }
}
