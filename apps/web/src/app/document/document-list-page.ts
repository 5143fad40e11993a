import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { DocumentResponse } from '@zit/contracts';
import { DOCUMENT_KINDS, type DocumentKind } from '@zit/domain';
import { documentPageWords } from '@zit/words.pl/document-page';
import { AwardLink } from '../award/award-link';
import { ConsortiumStore } from '../consortium/consortium-store';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { eventsOf } from './document-history';
import { DocumentHttp, documentFile } from './document-http';
import { DocumentStatusChip } from './document-status';

/** The papers of a consortium: for each kind what there is, in which state, and the next step. */
@Component({
  selector: 'zit-document-list-page',
  imports: [AwardLink, DocumentStatusChip, Icon, Loading, MatButton, ProblemNotice, RouterLink],
  templateUrl: './document-list-page.html',
  styleUrl: './document-list-page.scss',
})
export class DocumentListPage {
  private readonly consortium = inject(ConsortiumStore);
  private readonly http = inject(DocumentHttp);
  private readonly router = inject(Router);

  protected readonly words = documentPageWords;
  protected readonly documents = signal<readonly DocumentResponse[] | null>(null);
  protected readonly thrown = signal<unknown>(null);
  protected readonly preparing = signal<DocumentKind | null>(null);
  protected readonly party = signal('');
  protected readonly partyMissing = signal(false);
  protected readonly members = computed(() => this.consortium.facts()?.members ?? []);
  protected readonly may = this.consortium.may;
  private readonly agreed = computed(() =>
    (this.documents() ?? []).some(({ kind, status }) => kind === 'PARTNERSHIP_AGREEMENT' && status === 'ISSUED'),
  );
  protected readonly consortiumId = this.consortium.id;
  protected readonly kinds = computed(() =>
    DOCUMENT_KINDS.map((kind) => {
      const documents = (this.documents() ?? []).filter((document) => document.kind === kind);
      // One draft at a time is enough, except of letters of confirmation, which are one for each member.
      const draft = kind === 'LETTER_OF_CONFIRMATION' ? undefined : documents.find(({ status }) => status === 'DRAFT');
      // An annex changes an agreement that was issued.
      const closed = kind === 'ANNEX' && !this.agreed() ? documentPageWords.annexNeedsAgreement : null;
      return { kind, documents, draft, closed };
    }),
  );

  constructor() {
    effect(() => {
      const id = this.consortium.id();
      if (id) void this.load(id);
    });
  }

  protected async load(id = this.consortium.id()): Promise<void> {
    if (id === null) return;
    this.thrown.set(null);
    try {
      this.documents.set((await this.http.list(id)).items);
    } catch (thrown) {
      this.thrown.set(thrown);
    }
  }

  protected async prepare(kind: DocumentKind): Promise<void> {
    const id = this.consortium.id();
    const memberId = kind === 'LETTER_OF_CONFIRMATION' ? this.party() : null;
    this.partyMissing.set(memberId === '');
    if (id === null || memberId === '' || this.preparing()) return;
    this.preparing.set(kind);
    this.thrown.set(null);
    try {
      // The draft shows what is saved, so what waits goes first.
      await this.consortium.saveAll();
      const { id: documentId } = await this.http.draft(id, { kind, memberId });
      await this.router.navigate(['/dokumenty', documentId]);
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.preparing.set(null);
    }
  }

  protected lastEvent(document: DocumentResponse): string {
    return eventsOf(document)[0] ?? '';
  }

  /** Number and, where the document is one member's, the member: one text, so that no space stands before the comma. */
  protected nameOf({ number, memberId }: DocumentResponse): string {
    const party = this.members().find((member) => member.id === memberId)?.name;
    return [number ? this.words.number(number) : this.words.noNumber, party].filter(Boolean).join(', ');
  }

  protected file(document: DocumentResponse, format: 'pdf' | 'docx'): string {
    return documentFile(document.id, format);
  }
}
