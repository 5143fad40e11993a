import { Component, computed, DOCUMENT, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccountResponse } from '@zit/contracts';
import { formatDatePl, inWarsaw } from '@zit/domain';
import { accountPageWords } from '@zit/words.pl/account-page';
import { SignInWaysStore } from '../session/sign-in-ways';
import { AccountHttp } from './account-http';
import { Act } from './act';

/** Accounts at other providers, linked from here only. Nothing is shown where no provider is set up. */
@Component({
  selector: 'zit-identities',
  imports: [MatButton],
  template: `
    <h2 #head tabindex="-1">{{ words.title }}</h2>
    <p class="soft">{{ words.lead }}</p>
    @if (fault(); as text) {
      <p class="refused" role="alert">{{ text }}</p>
    }
    @if (act.refused(); as text) {
      <p class="refused" role="alert">{{ text }}</p>
    }
    @if (account().identities.length > 0) {
      <ul>
        @for (each of account().identities; track each.id) {
          <li>
            <span>
              {{ each.provider }} <span class="soft">{{ words.linkedAt(day(each.linkedAt)) }}</span>
            </span>
            <button
              matButton
              type="button"
              [attr.aria-label]="words.unlinkOf(each.provider)"
              (click)="unlink(each.id, head)"
            >
              {{ words.unlink }}
            </button>
          </li>
        }
      </ul>
    } @else {
      <p>{{ words.none }}</p>
    }
    <div class="buttons">
      @for (each of providers(); track each.id) {
        <button matButton="outlined" type="button" (click)="link(each.id)">{{ words.link(each.name) }}</button>
      }
    </div>
  `,
  styleUrl: './section.scss',
  providers: [Act],
})
export class Identities {
  private readonly http = inject(AccountHttp);
  private readonly ways = inject(SignInWaysStore);
  private readonly document = inject(DOCUMENT);
  readonly account = input.required<AccountResponse>();
  /** Short code with which the provider's page came back. */
  readonly code = input<string>();
  readonly changed = output();

  protected readonly words = accountPageWords.identities;
  protected readonly act = inject(Act);
  /** Those that are not linked yet. */
  protected readonly providers = computed(() => {
    const linked = new Set(this.account().identities.map(({ provider }) => provider));
    return this.ways.now().providers.filter(({ name }) => !linked.has(name));
  });
  protected readonly fault = computed(() => {
    const code = this.code();
    if (!code) return null;
    const { faults } = this.words;
    return code in faults ? faults[code as keyof typeof faults] : faults.FAILED;
  });

  protected day(at: string): string {
    return formatDatePl(inWarsaw(at).date);
  }

  /** The provider asks on its own page and sends the person back here. */
  protected async link(provider: string): Promise<void> {
    await this.act.run(async () => this.document.location.assign(await this.http.startLinking(provider)));
  }

  /** The button goes with its row; the keyboard stays at the list. */
  protected async unlink(id: string, head: HTMLElement): Promise<void> {
    if (!(await this.act.run(() => this.http.unlink(id), this.words.unlinked))) return;
    head.focus();
    this.changed.emit();
  }
}
