import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { frameWords } from '@zit/words.pl/frame';
import { fingerprintWords } from '@zit/words.pl/offer-signing';
import { Icon } from '../../ui/icon';

/** „3f2a 91bc … 77e0 41d8”: enough to compare by eye. */
export const shortHash = (sha256: string): string =>
  `${sha256.slice(0, 4)} ${sha256.slice(4, 8)} … ${sha256.slice(-8, -4)} ${sha256.slice(-4)}`;

/** A SHA-256, short for the eye and whole on demand, and a button that copies it. */
@Component({
  selector: 'zit-fingerprint',
  imports: [Icon, MatButton],
  template: `
    <span class="soft">{{ label() }}</span>
    <code>{{ whole() ? sha256() : short() }}</code>
    <span class="acts screen-only">
      <button matButton type="button" [attr.aria-expanded]="whole()" (click)="whole.set(!whole())">
        {{ whole() ? words.less : words.full }}
      </button>
      <button matButton type="button" (click)="copy()"><zit-icon name="copy" /> {{ words.copy }}</button>
    </span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--zit-3);
    }
    code {
      min-inline-size: 0;
      font-size: 0.9375rem;
      overflow-wrap: anywhere;
      user-select: all;
    }
    .acts {
      display: inline-flex;
      flex-wrap: wrap;
      margin-inline-start: calc(-1 * var(--zit-3));
    }
  `,
})
export class Fingerprint {
  readonly sha256 = input.required<string>();
  readonly label = input<string>(fingerprintWords.label);
  private readonly clipboard = inject(Clipboard);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = fingerprintWords;
  protected readonly whole = signal(false);
  protected readonly short = computed(() => shortHash(this.sha256()));

  protected copy(): void {
    if (this.clipboard.copy(this.sha256())) this.snackBar.open(frameWords.copied, undefined, { duration: 3_000 });
  }
}
