import { Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { consortiumListWords, consortiumWords } from '@zit/words.pl/consortium';
import { documentPageWords } from '@zit/words.pl/document-page';
import { lostAccessWords } from '@zit/words.pl/frame';
import type { Finding } from '@zit/domain';
import { ConsortiumFixes, consortiumProviders } from '../consortium/consortium-fixes';
import { ConsortiumStore } from '../consortium/consortium-store';
import { PageTitle } from '../shell/page-title';
import { FindingsList } from '../ui/findings-list';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { LostAccess } from '../ui/lost-access';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { SavedState } from '../ui/saved-state';
import { DocumentHistory } from './document-history';
import { DocumentHttp } from './document-http';
import { DocumentPreview } from './document-preview';
import { DocumentStatusChip } from './document-status';
import { DocumentStore } from './document-store';
import { DraftFields } from './draft-fields';
import { IssuedFiles } from './issued-files';

/** One document: what it will look like at the left; at the right what is set on it, what blocks it, what became of it. */
@Component({
  selector: 'zit-document-page',
  imports: [
    DocumentHistory,
    DocumentPreview,
    DocumentStatusChip,
    DraftFields,
    FindingsList,
    Icon,
    IssuedFiles,
    Loading,
    LostAccess,
    MatButton,
    PageHead,
    ProblemNotice,
    RouterLink,
    SavedState,
  ],
  providers: [DocumentStore, ...consortiumProviders],
  templateUrl: './document-page.html',
  styleUrl: './document-page.scss',
})
export class DocumentPage {
  readonly id = input.required<string>();
  protected readonly store = inject(DocumentStore);
  private readonly consortium = inject(ConsortiumStore);
  private readonly fixes = inject(ConsortiumFixes);
  private readonly http = inject(DocumentHttp);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly preview = viewChild(DocumentPreview);

  protected readonly words = documentPageWords;
  protected readonly lostWords = lostAccessWords;
  protected readonly detail = this.store.detail;
  protected readonly isDraft = computed(() => this.detail()?.status === 'DRAFT');
  protected readonly heading = computed(() => {
    const detail = this.detail();
    return detail ? documentPageWords.kind[detail.kind] : '';
  });
  protected readonly crumbs = computed(() => {
    const [detail, facts] = [this.detail(), this.store.facts()];
    if (!detail || !facts) return [];
    const consortium = ['/konsorcja', detail.consortiumId];
    return [
      { name: consortiumListWords.title, link: '/konsorcja' },
      { name: facts.consortium.title, link: consortium },
      { name: consortiumWords.tabs.documents, link: [...consortium, 'dokumenty'] },
    ];
  });
  protected readonly failing = computed(
    () => this.store.check()?.findings.filter((finding) => finding.verdict === 'fail').length ?? 0,
  );
  /** Why this person does not issue; null when only the rules decide. */
  protected readonly mayNot = computed(() => {
    const may = this.detail()?.may;
    return may && !may.issue ? may.reason : null;
  });
  /** The stored bytes of an issued document, exactly as they were sealed. */
  protected readonly stored = computed(() => {
    const detail = this.detail();
    return detail?.pdf ? () => this.http.pdf(detail.id) : null;
  });

  constructor() {
    effect(() => void this.store.open(this.id()));
    effect(() => {
      const facts = this.store.facts();
      if (facts) this.pageTitle.set(`${this.heading()}, ${facts.consortium.title}`);
    });
    effect(() => {
      const detail = this.detail();
      // Fixes act on the consortium itself, so it is opened as soon as there is one to make.
      if (detail && this.failing() > 0 && this.consortium.id() !== detail.consortiumId) {
        void this.consortium.open(detail.consortiumId);
      }
    });
  }

  saveAll(): Promise<boolean> {
    return this.store.saveAll();
  }

  protected async toSeal(): Promise<void> {
    await this.router.navigate(['/dokumenty', this.id(), 'wydanie']);
  }

  /** One click mends the consortium; the draft then shows its new facts. */
  protected async mend(finding: Finding): Promise<void> {
    if (!finding.fix) return;
    await this.fixes.apply(finding.fix);
    await this.consortium.saveAll();
    await this.store.open(this.id());
  }

  protected print(): void {
    this.preview()?.print();
  }
}
