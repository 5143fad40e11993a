import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { frameWords } from '@zit/words.pl/frame';
import { RoleNews } from '../session/role-news';
import { SessionStore } from '../session/session-store';
import { ActingFor } from './acting-for';
import { HatChange } from './hat-change';

/** What happened to who one is while the portal was open: another tab changed the hat, a role was given or taken. */
@Component({
  selector: 'zit-frame-news',
  imports: [MatButton],
  template: `
    @if (elsewhere()) {
      <div class="news" role="alert">
        <p>{{ words.elsewhere.text }}</p>
        <button matButton="outlined" type="button" (click)="change.follow()">{{ words.elsewhere.go }}</button>
      </div>
    }
    <div role="status">
      @if (text(); as text) {
        <div class="news">
          <p>{{ text }}</p>
          <button matButton type="button" (click)="close()">{{ words.close }}</button>
        </div>
      }
    </div>
  `,
  styles: `
    .news {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-2) var(--zit-4);
      margin-block-end: var(--zit-4);
      padding: var(--zit-2) var(--zit-4);
      border: 1px solid var(--zit-amber);
      border-radius: var(--zit-radius);
      background: var(--zit-amber-soft);
    }
    p {
      flex: 1 1 16rem;
      max-inline-size: none;
      margin: 0;
    }
  `,
})
export class FrameNews {
  private readonly roles = inject(RoleNews);
  private readonly acting = inject(ActingFor);
  protected readonly change = inject(HatChange);
  protected readonly words = frameWords;
  /** Unsaved work keeps this page under the former hat. */
  protected readonly elsewhere = inject(SessionStore).elsewhere;
  protected readonly text = computed(() =>
    this.change.followed()
      ? frameWords.elsewhere.followed(this.acting.hat()?.name ?? frameWords.actingForNobody)
      : this.roles.text(),
  );

  protected close(): void {
    this.change.followed.set(false);
    this.roles.close();
  }
}
