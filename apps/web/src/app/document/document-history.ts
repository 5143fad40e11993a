import { Component, computed, input } from '@angular/core';
import type { DocumentResponse } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { documentPageWords as words } from '@zit/words.pl/document-page';

/** What happened to a document, newest first. */
@Component({
  selector: 'zit-document-history',
  template: `
    <ol>
      @for (text of events(); track text) {
        <li>{{ text }}</li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: 6px;
      border-block-start: 1px solid var(--zit-line);
      font-size: 0.9375rem;
    }
  `,
})
export class DocumentHistory {
  readonly document = input.required<DocumentResponse>();
  protected readonly events = computed(() => eventsOf(this.document()));
}

export function eventsOf(document: DocumentResponse): string[] {
  const { supersededAt, supersededBy, issuedAt, issuedBy, createdAt, createdBy } = document;
  return [
    supersededAt ? words.superseded(supersededBy ?? '', formatInstantPl(supersededAt)) : null,
    issuedAt ? words.issued(issuedBy ?? '', formatInstantPl(issuedAt)) : null,
    words.created(createdBy, formatInstantPl(createdAt)),
  ].filter((text) => text !== null);
}
