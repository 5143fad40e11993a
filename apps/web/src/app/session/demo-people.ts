import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, DestroyRef, inject, input, output, resource } from '@angular/core';
import type { DemoLogin } from '@zit/contracts';
import { sessionWords } from '@zit/words.pl/session-page';
import { Icon } from '../ui/icon';
import { SignInWaysStore } from './sign-in-ways';

/** A one-time code lives for 30 seconds, and a little longer for the slow. */
const CODES_AGE_MS = 15_000;

/** The people of the demo metropolis; one click signs in as one of them, second factor included. */
@Component({
  selector: 'zit-demo-people',
  imports: [Icon, NgTemplateOutlet],
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

  /** In the order in which they are listed; the first one stands open. */
  protected readonly groups = computed(() => {
    const groups = new Map<string, DemoLogin[]>();
    for (const each of this.people.hasValue() ? this.people.value() : [])
      groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
    return [...groups].map(([name, people]) => ({ name, people }));
  });

  constructor() {
    const ageing = setInterval(() => this.people.reload(), CODES_AGE_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(ageing));
  }
}
