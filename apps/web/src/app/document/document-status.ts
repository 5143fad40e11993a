import { Component, computed, input } from '@angular/core';
import type { DocumentResponse } from '@zit/contracts';
import { documentPageWords } from '@zit/words.pl/document-page';
import { StatusChip, type Tone } from '../ui/status-chip';

const TONES: Record<DocumentResponse['status'], Tone> = { DRAFT: 'place', ISSUED: 'settled', SUPERSEDED: 'quiet' };

/** Draft, issued or superseded, in the gender of the document's name. */
@Component({
  selector: 'zit-document-status',
  imports: [StatusChip],
  template: `<zit-status-chip [tone]="tone()">{{ word() }}</zit-status-chip>`,
})
export class DocumentStatusChip {
  readonly document = input.required<Pick<DocumentResponse, 'kind' | 'status'>>();
  protected readonly tone = computed(() => TONES[this.document().status]);
  protected readonly word = computed(() => {
    const { kind, status } = this.document();
    const words = kind === 'PARTNERSHIP_AGREEMENT' ? documentPageWords.statusOfAgreement : documentPageWords.status;
    return words[status];
  });
}
