import { Component, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, type IconName } from '../ui/icon';

/** One section of a form in its task list. */
export interface SectionRow {
  section: string;
  /** In the address. */
  slug: string;
  title: string;
  icon: IconName;
  /** How it stands, in words. */
  says: string;
  /** It is the one that is open. */
  here: boolean;
  /** Who is in it now, a sentence each. */
  writing?: readonly string[];
}

/** The task list of a form: its sections, how each stands, and the way to it. Folded on a narrow screen. */
@Component({
  selector: 'zit-section-nav',
  imports: [Icon, RouterLink],
  templateUrl: './section-nav.html',
  styleUrl: './section-nav.scss',
})
export class SectionNav {
  readonly label = input.required<string>();
  readonly progress = input.required<string>();
  readonly rows = input.required<readonly SectionRow[]>();
  protected readonly unfolded = signal(false);

  /** The link that was pressed folds away; until the page leads the keyboard on, it stands at the list's own button. */
  protected fold(button: HTMLElement): void {
    if (!this.unfolded()) return;
    this.unfolded.set(false);
    button.focus();
  }
}
