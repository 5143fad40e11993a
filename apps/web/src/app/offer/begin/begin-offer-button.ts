import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { offerListWords } from '@zit/words.pl/offer-page';
import { ActingFor } from '../../shell/acting-for';
import { Icon } from '../../ui/icon';

let count = 0;

/** Leads to the beginning of an offer; to who may not begin one, a closed button with the reason beside it. */
@Component({
  selector: 'zit-begin-offer-button',
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
      <zit-icon name="plus" /> {{ words.begin }}
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
export class BeginOfferButton {
  private readonly acting = inject(ActingFor);
  private readonly router = inject(Router);
  protected readonly words = offerListWords;
  protected readonly why = computed(() => this.acting.why('createOffer'));
  protected readonly id = `begin-offer-closed-${++count}`;

  protected press(): void {
    if (this.why() === null) void this.router.navigateByUrl('/oferty/nowa');
  }
}
