import { Component, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import type { CallFinding } from '@zit/domain';
import { callFormWords } from '@zit/words.pl/call-form';
import { callDeskWords, callListWords, callStateWords } from '@zit/words.pl/call-page';
import { findingWords } from '@zit/words.pl/frame';
import { callAttachmentPageWords } from '@zit/words.pl/call-attachments';
import { sheetHistoryWords } from '@zit/words.pl/sheet-page';
import { HistoryList } from '../../journal/history-list';
import { PageTitle } from '../../shell/page-title';
import { focusField } from '../../sheet/field-id';
import { SheetBar } from '../../sheet/sheet-bar';
import { SheetCollisions } from '../../sheet/sheet-collisions';
import { SheetHistoryList } from '../../sheet/sheet-history';
import { SheetSection } from '../../sheet/sheet-section';
import { Icon } from '../../ui/icon';
import { leadsToTitle } from '../../ui/leads-to-title';
import { OverPanel, OverPanelBar } from '../../ui/over-panel';
import { PageHead } from '../../ui/page-head';
import { CallAttachments } from '../attachments/call-attachments';
import { CallHttp } from '../call-http';
import { PhaseChip } from '../phase-chip';
import { StatusChip } from '../../ui/status-chip';
import { AbandonAnnex } from './abandon-annex';
import { AdoptedCriteria } from './adopted-criteria';
import { CallCheck } from './call-check';
import { CallDesk } from './call-desk';
import { SectionLinks } from './section-links';
import { CALL_SECTIONS, type CallSection } from './section-states';
import { FILES_SLUG, sectionOf, slugOf } from './section-slugs';
import { WhatIf } from './what-if';

/** Fields that this page shows in its own way. */
const OWN_WAY: Partial<Record<CallSection, readonly string[]>> = { resolution: ['adopted'] };

const HISTORY = 'historia';

/** Where a call is written: its sections and how each stands, the form of one, and beside it the living check. */
@Component({
  selector: 'zit-call-workshop',
  imports: [
    AbandonAnnex,
    AdoptedCriteria,
    CallAttachments,
    CallCheck,
    HistoryList,
    Icon,
    MatButton,
    OverPanel,
    OverPanelBar,
    PageHead,
    PhaseChip,
    RouterLink,
    SectionLinks,
    SheetBar,
    SheetCollisions,
    SheetHistoryList,
    SheetSection,
    StatusChip,
    WhatIf,
  ],
  templateUrl: './call-workshop.html',
  styleUrls: ['../../consortium/frame/consortium-frame.scss', '../../sheet/workshop.scss', './call-workshop.scss'],
})
export class CallWorkshop {
  /** The section in the address. */
  readonly sekcja = input<string>();
  protected readonly desk = inject(CallDesk);
  private readonly http = inject(CallHttp);
  protected readonly acts = (id: string, after?: string) => this.http.history(id, after);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  private readonly pageTitle = inject(PageTitle);
  protected readonly words = callDeskWords;
  protected readonly annexWords = callStateWords.annex;
  protected readonly crumbs = [{ name: callListWords.title, link: '/nabory' }];
  protected readonly historyWords = sheetHistoryWords;
  protected readonly toHistory = { sekcja: HISTORY };
  private readonly panel = viewChild(OverPanel);

  /** The history stands in the place of a section. */
  protected readonly history = computed(() => this.sekcja() === HISTORY);
  protected readonly files = computed(() => this.sekcja() === FILES_SLUG);
  protected readonly section = computed(() => sectionOf(this.sekcja()));
  protected readonly sectionTitle = computed(() =>
    this.history()
      ? sheetHistoryWords.title
      : this.files()
        ? callAttachmentPageWords.title
        : callFormWords.sections[this.section()].title,
  );
  protected readonly without = computed(() => OWN_WAY[this.section()] ?? []);
  protected readonly title = computed(() => this.desk.contents()?.basics.title || (this.desk.call()?.title ?? ''));
  protected readonly annex = computed(() => this.desk.call()?.state === 'ANNEX');
  /** Other weights are tried before the call is published, and never after (F.4). */
  protected readonly tries = computed(() => this.section() === 'criteria' && this.desk.call()?.state === 'DRAFT');
  /** Why its person only reads it; null: they write. */
  protected readonly reason = computed(() => (this.desk.may('changeCall') ? null : callDeskWords.readsOnly));
  protected readonly counts = computed(() => {
    const findings = this.desk.findings();
    return {
      fail: findings.filter(({ verdict }) => verdict === 'fail').length,
      warning: findings.filter(({ verdict }) => verdict === 'warning').length,
    };
  });
  protected readonly summary = computed(() => findingWords.count(this.counts().fail, this.counts().warning));
  protected readonly before = computed(() => this.neighbour(-1));
  protected readonly after = computed(() => this.neighbour(1));

  constructor() {
    effect(() => this.pageTitle.set(`${this.title()}: ${this.sectionTitle()}`));
    // Going to another section closes the sheet, so that the work is in sight.
    effect(() => {
      this.sekcja();
      untracked(() => this.panel()?.fold());
    });
    leadsToTitle('call-section-title', this.sekcja);
  }

  protected mend({ fix, section }: CallFinding): void {
    if (!fix?.sets) return;
    this.desk.sheet.apply(fix.sets, fix.text);
    const { title } = callFormWords.sections[CALL_SECTIONS.find((each) => each === section) ?? 'basics'];
    this.snackBar.open(callDeskWords.mended(title), undefined, { duration: 6_000 });
    // The line that was pressed is going away.
    document.getElementById('call-check-title')?.focus();
  }

  /** Leads to the field that a finding is about, in whatever section it stands. */
  protected async lead({ section, path }: CallFinding): Promise<void> {
    const there = CALL_SECTIONS.find((each) => each === section) ?? 'basics';
    this.panel()?.fold();
    if (there !== this.section() || this.history() || this.files()) {
      await this.router.navigate([], { queryParams: { sekcja: slugOf(there) } });
    }
    // The section is drawn first.
    setTimeout(() => {
      if (!path || !focusField(path)) document.getElementById('call-section-title')?.focus();
    });
  }

  /** The files come after the last section. */
  private neighbour(by: -1 | 1): { slug: string; title: string } | null {
    const places = CALL_SECTIONS.map((each) => ({ slug: slugOf(each), title: callFormWords.sections[each].title }));
    const all = [...places, { slug: FILES_SLUG, title: callAttachmentPageWords.title }];
    const here = this.files() ? FILES_SLUG : slugOf(this.section());
    return all[all.findIndex(({ slug }) => slug === here) + by] ?? null;
  }
}
