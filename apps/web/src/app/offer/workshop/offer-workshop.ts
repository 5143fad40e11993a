import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink, Scroll } from '@angular/router';
import { filter } from 'rxjs';
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
  host: { '(keydown.escape)': 'closePanel()' },
})
export class OfferWorkshop {
  /** The section in the address. */
  readonly sekcja = input<string>();
  protected readonly desk = inject(OfferDesk);
  protected readonly presence = inject(OfferPresenceStore);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly pageTitle = inject(PageTitle);
  protected readonly words = offerDeskWords;
  protected readonly historyWords = sheetHistoryWords;
  protected readonly toHistory = { sekcja: HISTORY };
  protected readonly panelOpen = signal(false);
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  private readonly bar = viewChild.required<ElementRef<HTMLElement>>('bar');

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
    // Going to another section closes the panel, so that the work is in sight, and Tab goes on from its title: the task
    // list may have folded itself away. On arrival nothing moves.
    let arrived = false;
    effect(() => {
      this.sekcja();
      untracked(() => this.panelOpen.set(false));
      if (arrived) this.toTitle();
      arrived = true;
    });
    // The router goes to the top of the page; where the keyboard was led to stays in sight.
    this.router.events
      .pipe(
        filter((event) => event instanceof Scroll),
        takeUntilDestroyed(),
      )
      .subscribe(() => queueMicrotask(() => this.keepInSight()));
    // Who only reads hears who writes, and is not taken for one who does.
    const at = computed(() => (this.history() || !this.writes() ? READS : this.section()));
    const offer = computed(() => this.desk.offer()?.id);
    effect(() => {
      const [section, id] = [at(), offer()];
      untracked(() => id !== undefined && this.presence.go(id, section));
    });
  }

  /** It lies over the work, so the keyboard goes into it; and going on from its end, or Escape, closes it. */
  protected openPanel(): void {
    this.panelOpen.set(true);
    const first = (): void => this.panel().nativeElement.querySelector('button')?.focus();
    afterNextRender(first, { injector: this.injector });
  }

  protected closePanel(): void {
    if (!this.panelOpen()) return;
    this.panelOpen.set(false);
    this.bar().nativeElement.focus();
  }

  protected leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.panel().nativeElement.contains(relatedTarget)) this.panelOpen.set(false);
  }

  /** Leads to the field that a finding is about, in whatever section it stands. */
  protected async lead({ section, path }: OfferFinding): Promise<void> {
    const there = sectionNamed(section) ?? 'basics';
    this.panelOpen.set(false);
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

  private keepInSight(): void {
    const at = document.activeElement;
    if (at?.closest('.desk')) at.scrollIntoView({ block: 'nearest' });
  }

  private toTitle(): void {
    const focus = (): void => document.getElementById('offer-section-title')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }

  private neighbour(by: -1 | 1): { slug: string; title: string } | null {
    const section = OFFER_SECTIONS[OFFER_SECTIONS.indexOf(this.section()) + by];
    return section ? { slug: slugOf(section), title: titleOf(section) } : null;
  }
}
