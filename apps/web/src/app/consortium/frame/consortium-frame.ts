import { Component, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { consortiumListWords, consortiumWords, panelWords } from '@zit/words.pl/consortium';
import { findingWords, lostAccessWords } from '@zit/words.pl/frame';
import { PageTitle } from '../../shell/page-title';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { LostAccess } from '../../ui/lost-access';
import { OverPanel, OverPanelBar } from '../../ui/over-panel';
import { PageHead } from '../../ui/page-head';
import { ProblemNotice } from '../../ui/problem-notice';
import { SavedState } from '../../ui/saved-state';
import { consortiumProviders } from '../consortium-fixes';
import { ConsortiumStore } from '../consortium-store';
import { ConsortiumPanel } from './consortium-panel';

/** The frame of one consortium: its name, its tabs, and beside the work the living check. */
@Component({
  selector: 'zit-consortium-frame',
  imports: [
    ConsortiumPanel,
    Icon,
    Loading,
    LostAccess,
    OverPanel,
    OverPanelBar,
    PageHead,
    ProblemNotice,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SavedState,
  ],
  providers: consortiumProviders,
  templateUrl: './consortium-frame.html',
  styleUrl: './consortium-frame.scss',
  host: { '[class.wide]': 'wide()', '(focusout)': 'store.saveNow()' },
})
export class ConsortiumFrame {
  readonly id = input.required<string>();

  protected readonly store = inject(ConsortiumStore);
  private readonly pageTitle = inject(PageTitle);
  private readonly router = inject(Router);
  protected readonly words = consortiumWords;
  protected readonly panelWords = panelWords;
  protected readonly lostWords = lostAccessWords;
  protected readonly crumbs = [{ name: consortiumListWords.title, link: '/konsorcja' }];
  private readonly panel = viewChild(OverPanel);
  protected readonly tabs = [
    { name: consortiumWords.tabs.composition, link: './', exact: true },
    { name: consortiumWords.tabs.services, link: 'uslugi', exact: false },
    { name: consortiumWords.tabs.budget, link: 'budzet', exact: false },
    { name: consortiumWords.tabs.documents, link: 'dokumenty', exact: false },
    { name: consortiumWords.tabs.history, link: 'historia', exact: false },
  ];
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  /** The spreadsheet needs the width: there the panel folds earlier. */
  protected readonly wide = computed(() => /\/budzet(?:$|[?#/])/.test(this.url()));
  protected readonly counts = computed(() => {
    const findings = this.store.check()?.findings ?? [];
    return {
      fail: findings.filter((finding) => finding.verdict === 'fail').length,
      warning: findings.filter((finding) => finding.verdict === 'warning').length,
    };
  });
  protected readonly summary = computed(() => findingWords.count(this.counts().fail, this.counts().warning));

  constructor() {
    effect(() => void this.store.open(this.id()));
    effect(() => {
      const facts = this.store.facts();
      const tab = this.tabs.find(({ link }) => link !== './' && this.url().includes(`/${link}`)) ?? this.tabs[0];
      if (facts && tab) {
        this.pageTitle.set(`${facts.title}: ${tab.name}`);
      }
    });
    // Going to another tab closes the sheet, so that the work is in sight.
    effect(() => {
      this.url();
      untracked(() => this.panel()?.fold());
    });
  }

  /** True when nothing is left unsaved; asked by the route before the page goes away. */
  saveAll(): Promise<boolean> {
    return this.store.saveAll();
  }
}
