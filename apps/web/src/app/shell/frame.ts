import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { ClauseReminder } from '../personal/clause-reminder';
import { SessionStore } from '../session/session-store';
import { Icon, type IconName } from '../ui/icon';
import { ProblemNotice } from '../ui/problem-notice';
import { ActingFor, type HatChoice } from './acting-for';
import { HatChange } from './hat-change';
import { ThemeSwitch } from './theme-switch';
import { UnsavedWork } from './unsaved-work';
import { ViewingBanner } from './viewing-banner';

interface Place {
  link: string;
  icon: IconName;
  name: string;
  exact: boolean;
  shown: boolean;
}

/** What stands around every page of a signed-in person. */
@Component({
  selector: 'zit-frame',
  imports: [
    ClauseReminder,
    Icon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    ProblemNotice,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    ThemeSwitch,
    ViewingBanner,
  ],
  templateUrl: './frame.html',
  styleUrl: './frame.scss',
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
      { link: '/', icon: 'home' as const, name: frameWords.start, exact: true, shown: true },
      { link: '/konsorcja', icon: 'people' as const, name: frameWords.consortia, exact: false, shown: true },
      { link: '/organizacje', icon: 'building' as const, name: frameWords.organisations, exact: false, shown: true },
      {
        link: '/osoby',
        icon: 'person' as const,
        name: frameWords.people,
        exact: false,
        shown: this.acting.seesPeople(),
      },
      {
        link: '/dziennik',
        icon: 'clock' as const,
        name: frameWords.journal,
        exact: false,
        shown: this.acting.readsJournal(),
      },
    ].filter(({ shown }) => shown),
  );
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
