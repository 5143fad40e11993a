import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { frameWords } from '@zit/words.pl/frame';
import { ClauseReminder } from '../personal/clause-reminder';
import { SessionStore } from '../session/session-store';
import { Icon, type IconName } from '../ui/icon';
import { ProblemNotice } from '../ui/problem-notice';
import { ActingFor, type HatChoice } from './acting-for';
import { FrameNews } from './frame-news';
import { HatChange } from './hat-change';
import { ThemeSwitch } from './theme-switch';
import { UnsavedWork } from './unsaved-work';
import { ViewingBanner } from './viewing-banner';

interface Place {
  link: string;
  icon: IconName;
  name: string;
  /** Where more of its pages live. */
  also: readonly string[];
  shown: boolean;
}

/** What stands around every page of a signed-in person. */
@Component({
  selector: 'zit-frame',
  imports: [
    ClauseReminder,
    FrameNews,
    Icon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    ProblemNotice,
    RouterLink,
    RouterOutlet,
    ThemeSwitch,
    ViewingBanner,
  ],
  templateUrl: './frame.html',
  styleUrls: ['./frame.scss', './places.scss'],
})
export class Frame {
  private readonly session = inject(SessionStore);
  private readonly acting = inject(ActingFor);
  private readonly change = inject(HatChange);
  private readonly router = inject(Router);
  private readonly unsaved = inject(UnsavedWork);

  protected readonly words = frameWords;
  protected readonly places = computed<readonly Place[]>(() =>
    [
      { link: '/', also: [], icon: 'home' as const, name: frameWords.start, shown: true },
      { link: '/nabory', also: [], icon: 'notice' as const, name: frameWords.calls, shown: true },
      {
        link: '/oferty',
        also: [],
        icon: 'document' as const,
        name: frameWords.offers,
        // Offers are of organisations: whoever acts for a body of the programme never sees one before its deadline.
        shown: this.acting.hat()?.organisationId != null,
      },
      {
        link: '/rekomendacje',
        also: [],
        icon: 'document' as const,
        name: frameWords.council,
        shown: this.acting.speaksForCouncil(),
      },
      { link: '/konsorcja', also: ['/dokumenty'], icon: 'people' as const, name: frameWords.consortia, shown: true },
      { link: '/organizacje', also: [], icon: 'building' as const, name: frameWords.organisations, shown: true },
      {
        link: '/osoby',
        also: ['/administracja'],
        icon: 'person' as const,
        name: frameWords.people,
        shown: this.acting.seesPeople(),
      },
      {
        link: '/dziennik',
        also: [],
        icon: 'clock' as const,
        name: frameWords.journal,
        shown: this.acting.readsJournal(),
      },
    ].filter(({ shown }) => shown),
  );
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  /** The place to which the page at hand belongs. */
  protected readonly here = computed(() => {
    const [path = ''] = this.url().split(/[?#]/);
    const within = (link: string): boolean => path === link || path.startsWith(`${link}/`);
    return this.places().find(({ link, also }) => (link === '/' ? path === link : [link, ...also].some(within)));
  });
  protected readonly person = this.session.person;
  protected readonly hat = this.acting.hat;
  protected readonly viewer = this.acting.viewer;
  protected readonly notChanged = this.change.problem;
  protected readonly nobody = frameWords.actingForNobody;
  /** Organisations first, then bodies; a group without anybody has no title. */
  protected readonly groups = computed(() => {
    const hats = this.acting.hats();
    const { organisations, bodies } = frameWords.actingForGroups;
    return [
      { title: organisations, hats: hats.filter(({ organisationId }) => organisationId !== null) },
      { title: bodies, hats: hats.filter(({ organisationId }) => organisationId === null) },
    ].filter((group) => group.hats.length > 0);
  });

  protected async actFor(hat: HatChoice): Promise<void> {
    await this.change.make(() => this.session.actFor({ organisationId: hat.organisationId, body: hat.body }));
  }

  protected async signOut(): Promise<void> {
    if (!(await this.unsaved.mayLeave())) return;
    await this.session.signOut();
    await this.router.navigateByUrl('/logowanie');
  }

  protected toContent(event: Event): void {
    event.preventDefault();
    document.getElementById('content')?.focus();
  }
}
