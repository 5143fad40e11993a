import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import type { JournalItem, JournalQuery } from '@zit/contracts';
import { frameWords } from '@zit/words.pl/frame';
import { journalPageWords } from '@zit/words.pl/journal-page';
import { ActingFor } from '../shell/acting-for';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { paged } from '../ui/paged';
import { ProblemNotice } from '../ui/problem-notice';
import { StatusChip } from '../ui/status-chip';
import { byDay } from './days';
import { JournalHttp } from './journal-http';
import { NewestSeal } from './newest-seal';

const text = (value: string | undefined): string | undefined => value || undefined;

/** The whole journal, for the programme's administrators and its auditor; filters live in the address. */
@Component({
  selector: 'zit-journal-page',
  imports: [
    EmptyState,
    Loading,
    MatButton,
    MatCheckbox,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    NewestSeal,
    PageHead,
    ProblemNotice,
    RouterLink,
    StatusChip,
  ],
  templateUrl: './journal-page.html',
  styleUrl: './journal-page.scss',
})
export class JournalPage {
  private readonly http = inject(JournalHttp);
  private readonly router = inject(Router);
  protected readonly acting = inject(ActingFor);

  /** Ids only: no name of anybody stands in an address. */
  readonly osoba = input(undefined, { transform: text });
  readonly rzecz = input(undefined, { transform: text });
  readonly czynnosc = input(undefined, { transform: text });
  readonly odmowy = input(false, { transform: (value: string | undefined) => value === 'tak' });

  protected readonly words = journalPageWords;
  protected readonly frame = frameWords;
  protected readonly acts = Object.entries(journalPageWords.acts)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'pl'));
  protected readonly narrowed = computed(
    () => this.odmowy() || [this.osoba(), this.rzecz(), this.czynnosc()].some((value) => value !== undefined),
  );

  protected readonly list = paged(
    () => (this.acting.readsJournal() ? this.query() : undefined),
    (query, after) => this.http.page({ ...query, ...(after ? { after } : {}) }),
  );
  /** What the entries are about, when they were asked for by a thing. */
  protected readonly kind = computed(() => this.list.items()?.[0]?.subject.kind);
  protected readonly days = computed(() => byDay((this.list.items() ?? []).map(rowOf)));

  protected choose(act: string): void {
    this.go({ czynnosc: act || null });
  }

  protected onlyDenied(denied: boolean): void {
    this.go({ odmowy: denied ? 'tak' : null });
  }

  protected clear(): void {
    void this.router.navigate([], { replaceUrl: true });
  }

  private query(): JournalQuery {
    const [personId, subjectId, act] = [this.osoba(), this.rzecz(), this.czynnosc()];
    return {
      ...(personId ? { personId } : {}),
      ...(subjectId ? { subjectId } : {}),
      ...(act ? { act } : {}),
      ...(this.odmowy() ? { denied: 'true' as const } : {}),
    };
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}

/** Things that have a page of their own. */
const PAGE: Readonly<Record<string, string>> = {
  consortium: '/konsorcja',
  organisation: '/organizacje',
  document: '/dokumenty',
};

function rowOf({ subject, role, ...item }: JournalItem) {
  const kind = journalPageWords.kind[subject.kind] ?? journalPageWords.otherKind;
  const page = PAGE[subject.kind];
  return {
    ...item,
    kind: subject.kind,
    thing: subject.name ? `${kind}: ${subject.name}` : kind,
    // A refused route that names nothing is about nothing.
    subjectId: /^0{8}-/.test(subject.id) ? null : subject.id,
    link: page && subject.name ? [page, subject.id] : null,
    as: role ? journalPageWords.as(role) : null,
    seal: item.batch === null ? journalPageWords.notSealed : journalPageWords.sealed(item.batch),
    denied: item.act === 'DENIED',
  };
}
