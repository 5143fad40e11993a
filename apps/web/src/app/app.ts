import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { DemoBanner } from './session/demo-banner';
import { Interruption } from './shell/interruption';
import { ThemeChoice } from './shell/theme';

@Component({
  selector: 'zit-root',
  imports: [DemoBanner, RouterOutlet],
  template: `
    <zit-demo-banner />
    @if (interruption.now(); as missed) {
      <div class="interruption" role="alert">
        <p>{{ missed.text }}</p>
        <button type="button" (click)="interruption.retry()">{{ words.retry }}</button>
        <button type="button" (click)="interruption.end()">{{ words.close }}</button>
      </div>
    }
    <router-outlet />
  `,
  styles: `
    .interruption {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-3);
      padding: var(--zit-3) var(--zit-4);
      background: var(--zit-amber-soft);
      border-block-end: 1px solid var(--zit-amber);
    }
    p {
      flex: 1 1 16rem;
      margin: 0;
    }
    button {
      min-block-size: var(--zit-touch);
      padding-inline: var(--zit-4);
      border: 1px solid currentColor;
      border-radius: var(--zit-radius);
      background: none;
      color: inherit;
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }
  `,
})
export class App {
  protected readonly words = frameWords;
  protected readonly interruption = inject(Interruption);

  constructor() {
    // The chosen look holds from the first page on, whether or not that page has the switch.
    inject(ThemeChoice);
  }
}
