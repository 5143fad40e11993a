import { Component, computed, inject } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { DocumentFields } from '@zit/contracts';
import { isLocalDate } from '@zit/domain';
import { documentPageWords } from '@zit/words.pl/document-page';
import { DocumentStore } from './document-store';

type Field = keyof DocumentFields;

/** What people set on a draft; every field saves itself, and a wrong one waits with its sentence. */
@Component({
  selector: 'zit-draft-fields',
  imports: [MatFormField, MatHint, MatInput, MatLabel],
  templateUrl: './draft-fields.html',
  styles: `
    :host {
      display: grid;
      gap: var(--zit-2);
    }
    .error {
      color: var(--zit-red);
    }
  `,
})
export class DraftFields {
  protected readonly store = inject(DocumentStore);
  protected readonly words = documentPageWords;
  protected readonly detail = this.store.detail;
  protected readonly hasEnd = computed(() => this.detail()?.kind === 'LETTER_OF_INTENT');

  protected text(field: Field): string {
    const typed = this.store.unread()[field];
    return typed ?? String(this.detail()?.fields[field] ?? '');
  }

  protected write(field: Field, text: string): void {
    const read = READERS[field](text);
    this.store.unread.update(({ [field]: _, ...others }) => (read ? others : { ...others, [field]: text }));
    if (read) this.store.change(read);
  }

  protected error(field: Field): string | null {
    return field in this.store.unread() ? documentPageWords.errors[field] : null;
  }
}

/** Reads a field; null when it cannot be saved like this. */
const READERS: Record<Field, (text: string) => Partial<DocumentFields> | null> = {
  date: (text) => (isLocalDate(text) ? { date: text } : null),
  place: (text) => (text.trim() && text.length <= 100 ? { place: text } : null),
  copies: (text) =>
    /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100 ? { copies: Number(text) } : null,
  validUntil: (text) => (text === '' ? { validUntil: null } : isLocalDate(text) ? { validUntil: text } : null),
  note: (text) => (text.length <= 2000 ? { note: text || null } : null),
};
