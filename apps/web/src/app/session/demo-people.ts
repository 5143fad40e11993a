import { Component, computed, inject, input, output, resource } from '@angular/core';
import { sessionWords } from '@zit/words.pl/session-page';
import { Icon } from '../ui/icon';
import { SignInWaysStore } from './sign-in-ways';

/** The people of the demo metropolis; one click signs in as one of them, second factor included. */
@Component({
  selector: 'zit-demo-people',
  imports: [Icon],
  templateUrl: './demo-people.html',
  styleUrl: './demo-people.scss',
})
export class DemoPeople {
  private readonly ways = inject(SignInWaysStore);
  readonly busy = input(false);
  /** The e-mail of the chosen one. */
  readonly chosen = output<string>();

  protected readonly words = sessionWords.demo;
  protected readonly people = resource({ loader: () => this.ways.demoLogins() });
  /** The demo people share one password; it is said once. */
  protected readonly password = computed(() => {
    const passwords = new Set(this.people.hasValue() ? this.people.value().map((each) => each.password) : []);
    return passwords.size === 1 ? [...passwords][0] : undefined;
  });
}
