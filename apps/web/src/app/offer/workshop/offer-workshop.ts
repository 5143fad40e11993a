import { Component, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OfferFinding } from '@zit/domain';
import { findingWords } from '@zit/words.pl/frame';
import { offerDeskWords, offerRightsWords } from '@zit/words.pl/offer-page';
import { sheetHistoryWords } from '@zit/words.pl/sheet-page';
import { MatButton } from '@angular/material/button';
import { PageTitle } from '../../shell/page-title';
import { focusField } from '../../sheet/field-id';
import { SheetBar } from '../../sheet/sheet-bar';
import { SheetCollisions } from '../../sheet/sheet-collisions';
import { SheetHistoryList } from '../../sheet/sheet-history';
import { SheetSection } from '../../sheet/sheet-section';
import { Icon } from '../../ui/icon';
import { leadsToTitle } from '../../ui/leads-to-title';
import { OverPanel, OverPanelBar } from '../../ui/over-panel';
import { OfferAttachments } from '../attachments/offer-attachments';
import { OfferBudget } from '../budget/offer-budget';
import { OfferFiles } from '../budget/offer-files';
import { Lending } from '../people/lending';
import { OfferPresenceStore } from '../people/offer-presence';
import { OfferPlaces } from '../signing/offer-places';
import { OfferCheck } from './offer-check';
import { OfferDesk } from './offer-desk';
import { OfferHead } from './offer-head';
import { OFFER_SECTIONS, sectionNamed, sectionOf, slugOf, titleOf } from './offer-sections';
import { SectionTasks } from './section-tasks';

const HISTORY = 'historia';
/** Told instead of a section by who writes in none. */
const READS = 'reading';

/** Where an offer is written: its parts and how each stands, the form of one, and beside it the living check. */
@Component({
  selector: 'zit-offer-workshop',
  imports: [
    Icon,
    Lending,
    MatButton,
    OfferAttachments,
    OfferBudget,
    OfferCheck,
    OfferFiles,
    OfferHead,
    OfferPlaces,
    OverPanel,
    OverPanelBar,
    RouterLink,
    SectionTasks,
    SheetBar,
    SheetCollisions,
    SheetHistoryList,
    SheetSection,
  ],
  providers: [OfferPresenceStore],
  templateUrl: './offer-workshop.html',
  styleUrls: ['../../consortium/frame/consortium-frame.scss', '../../sheet/workshop.scss', './offer-workshop.scss'],
})
export class OfferWorkshop {
  /** The section in the address. */
  readonly sekcja = input<string>();
  protected readonly desk = inject(OfferDesk);
  protected readonly presence = inject(OfferPresenceStore);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly words = offerDeskWords;
  protected readonly historyWords = sheetHistoryWords;
  protected readonly toHistory = { sekcja: HISTORY };
  private readonly panel = viewChild.required(OverPanel);

  /** The history stands in the place of a section. */
  protected readonly history = computed(() => this.sekcja() === HISTORY);
  protected readonly section = computed(() => sectionOf(this.sekcja()));
  protected readonly sectionTitle = computed(() =>
    this.history() ? sheetHistoryWords.title : titleOf(this.section()),
  );
  /** Why its person only reads it; null: they write, as far as the parts are theirs. */
  protected readonly readsOnly = computed(() => (this.desk.offer()?.me.edits ? null : offerRightsWords.readsOnly));
  protected readonly writes = computed(() => this.desk.offer()?.me.edits === true && !this.desk.sheet.closed());
  protected readonly counts = computed(() => ({
    fail: this.desk.fails().length,
    warning: this.desk.findings().filter(({ verdict }) => verdict === 'warning').length,
  }));
  protected readonly summary = computed(() => findingWords.count(this.counts().fail, this.counts().warning));
  protected readonly before = computed(() => this.neighbour(-1));
  protected readonly after = computed(() => this.neighbour(1));

  constructor() {
    effect(() => this.pageTitle.set(`${this.desk.title()}: ${this.sectionTitle()}`));
    // Going to another section closes the panel, so that the work is in sight.
    effect(() => {
      this.sekcja();
      untracked(() => this.panel().fold());
    });
    leadsToTitle('offer-section-title', this.sekcja);
    // Who only reads hears who writes, and is not taken for one who does.
    const at = computed(() => (this.history() || !this.writes() ? READS : this.section()));
    const offer = computed(() => this.desk.offer()?.id);
    effect(() => {
      const [section, id] = [at(), offer()];
      untracked(() => id !== undefined && this.presence.go(id, section));
    });
  }

  /** Leads to the field that a finding is about, in whatever section it stands. */
  protected async lead({ section, path }: OfferFinding): Promise<void> {
    const there = sectionNamed(section) ?? 'basics';
    this.panel().fold();
    if (there !== this.section() || this.history()) {
      await this.router.navigate([], { queryParams: { sekcja: slugOf(there) } });
    }
    // The section is drawn first.
    setTimeout(() => {
      const item = path?.split('.').slice(0, 3).join('.');
      if (!path || !(focusField(path) || focusField(item ?? path)))
        document.getElementById('offer-section-title')?.focus();
    });
  }

  private neighbour(by: -1 | 1): { slug: string; title: string } | null {
    const section = OFFER_SECTIONS[OFFER_SECTIONS.indexOf(this.section()) + by];
    return section ? { slug: slugOf(section), title: titleOf(section) } : null;
  }
}
