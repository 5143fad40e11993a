import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { roleWords } from '@zit/words.pl/roles';
import { hatOf, SessionStore, type Grant } from '../session/session-store';
import { Icon, type IconName } from '../ui/icon';
import { ThemeSwitch } from './theme-switch';
import { UnsavedWork } from './unsaved-work';

interface Place {
  link: string;
  icon: IconName;
  name: string;
  exact: boolean;
}

/** What stands around every page of a signed-in person. */
@Component({
  selector: 'zit-frame',
  imports: [
    Icon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    ThemeSwitch,
  ],
  templateUrl: './frame.html',
  styleUrl: './frame.scss',
})
export class Frame {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly unsaved = inject(UnsavedWork);

  protected readonly words = frameWords;
  protected readonly places: readonly Place[] = [
    { link: '/', icon: 'home', name: frameWords.start, exact: true },
    { link: '/konsorcja', icon: 'people', name: frameWords.consortia, exact: false },
    { link: '/organizacje', icon: 'building', name: frameWords.organisations, exact: false },
  ];
  protected readonly person = this.session.person;
  protected readonly grants = this.session.grants;
  protected readonly grant = this.session.grant;
  protected readonly actingFor = computed(() => this.describe(this.grant()));

  protected describe(grant: Grant | null): { name: string; role: string } {
    return {
      name: grant?.organisationName ?? frameWords.actingForNobody,
      role: grant ? roleWords.name[grant.role] : '',
    };
  }

  protected async actFor(grant: Grant): Promise<void> {
    if (!(await this.unsaved.mayLeave())) return;
    await this.session.actFor(hatOf(grant));
    await this.router.navigateByUrl('/');
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
