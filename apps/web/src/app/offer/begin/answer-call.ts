import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CallPhase } from '@zit/contracts';
import { beginOfferWords } from '@zit/words.pl/offer-page';

/** From a published call to the beginning of an offer; nothing once no offer can be handed in any more. */
@Component({
  selector: 'zit-answer-call',
  imports: [MatButton, RouterLink],
  template: `
    @if (open()) {
      <a matButton="filled" routerLink="/oferty/nowa" [queryParams]="{ nabor: slug() }">{{ words.answer }}</a>
    }
  `,
})
export class AnswerCall {
  readonly slug = input.required<string>();
  readonly phase = input.required<CallPhase>();
  protected readonly words = beginOfferWords;
  protected readonly open = computed(() => this.phase() === 'OPEN' || this.phase() === 'ANNOUNCED');
}
