import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SessionResponse } from '@zit/contracts';
import { frameWords } from '@zit/words.pl/frame';
import { SessionStore } from '../session/session-store';
import { HatChange } from './hat-change';
import { Viewing } from './viewing';

/** Stands above every page while an administrator looks through somebody's eyes; nothing hides it. */
@Component({
  selector: 'zit-viewing-banner',
  imports: [MatButton],
  template: `
    <p>
      <strong>{{ words.text(name()) }}</strong> {{ words.reason(viewer().reason) }}
    </p>
    <button matButton="outlined" type="button" (click)="end()">{{ words.end }}</button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-2) var(--zit-4);
      padding: var(--zit-2) var(--zit-4);
      background: var(--zit-amber-soft);
      border-block-end: 2px solid var(--zit-amber);
    }
    p {
      flex: 1 1 16rem;
      max-inline-size: none;
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
  host: { role: 'region', '[attr.aria-label]': 'words.label' },
})
export class ViewingBanner {
  readonly viewer = input.required<NonNullable<SessionResponse['viewer']>>();
  readonly name = input.required<string>();
  private readonly session = inject(SessionStore);
  private readonly viewing = inject(Viewing);
  private readonly change = inject(HatChange);
  protected readonly words = frameWords.viewing;

  protected async end(): Promise<void> {
    await this.change.make(async () => this.session.take(await this.viewing.end()));
  }
}
