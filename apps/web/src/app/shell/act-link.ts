import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink, type Params } from '@angular/router';
import { ActingFor, type ActWithReason } from './acting-for';

let count = 0;

/**
 * The way to an act that has a page of its own: a link, or, to who may not begin it, a closed button with the reason
 * beside it. Tab still stops there, so that the reason is read; pressing does nothing.
 */
@Component({
  selector: 'zit-act-link',
  imports: [MatButton, NgTemplateOutlet, RouterLink],
  template: `
    @if (why(); as reason) {
      <span class="why soft" [id]="id">{{ reason }}</span>
      <button [matButton]="look()" type="button" disabled disabledInteractive [attr.aria-describedby]="id">
        <ng-container [ngTemplateOutlet]="name" />
      </button>
    } @else {
      <a [matButton]="look()" [routerLink]="to()" [queryParams]="query()"><ng-container [ngTemplateOutlet]="name" /></a>
    }
    <ng-template #name><ng-content /></ng-template>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-2) var(--zit-3);
    }
    .why {
      max-inline-size: 26rem;
      font-size: 0.9375rem;
      line-height: 1.35;
      text-wrap: balance;
    }
  `,
})
export class ActLink {
  readonly act = input.required<ActWithReason>();
  readonly to = input.required<string>();
  readonly query = input<Params | null>(null);
  readonly look = input<'filled' | 'outlined'>('filled');
  private readonly acting = inject(ActingFor);
  protected readonly why = computed(() => this.acting.why(this.act()));
  protected readonly id = `act-closed-${++count}`;
}
