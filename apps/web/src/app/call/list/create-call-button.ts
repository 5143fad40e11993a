import { Component, computed, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { callListWords } from '@zit/words.pl/call-page';
import { ActingFor } from '../../shell/acting-for';
import { Icon } from '../../ui/icon';

let count = 0;

/** Begins a call; to who may not, a closed button with the reason beside it. */
@Component({
  selector: 'zit-create-call-button',
  imports: [Icon, MatButton],
  template: `
    @if (why(); as reason) {
      <span class="why soft" [id]="id">{{ reason }}</span>
    }
    <button
      matButton="filled"
      type="button"
      [disabled]="why() !== null"
      disabledInteractive
      [attr.aria-describedby]="why() ? id : null"
      (click)="press()"
    >
      <zit-icon name="plus" /> {{ words.create }}
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-2) var(--zit-3);
    }
    .why {
      max-inline-size: 22rem;
      font-size: 0.9375rem;
      line-height: 1.35;
    }
  `,
})
export class CreateCallButton {
  readonly pressed = output();
  private readonly acting = inject(ActingFor);
  protected readonly words = callListWords;
  protected readonly why = computed(() => this.acting.why('createCall'));
  protected readonly id = `create-call-closed-${++count}`;

  protected press(): void {
    if (this.why() === null) this.pressed.emit();
  }
}
