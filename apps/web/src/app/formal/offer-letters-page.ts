import { Component, computed, effect, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { correctionWords } from '@zit/words.pl/correction';
import { formalWords } from '@zit/words.pl/formal';
import { formalRoomWords } from '@zit/words.pl/formal-room';
import { SentLetters } from '../answer/sent-letters';
import { OfferPlaces } from '../offer/signing/offer-places';
import { OfferDesk } from '../offer/workshop/offer-desk';
import { OfferHead } from '../offer/workshop/offer-head';
import { PageTitle } from '../shell/page-title';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { partTitles } from './formal-chips';
import { FormalHttp } from './formal-http';
import { LetterLinks } from './letter-links';

/** What the consortium was sent about its offer: the call for correction with its list, and the letters. */
@Component({
  selector: 'zit-offer-letters-page',
  imports: [RouterLink, LetterLinks, Loading, OfferHead, OfferPlaces, ProblemNotice, SentLetters],
  template: `
    <zit-offer-head [part]="words.letters" />
    @if (desk.offer(); as offer) {
      <zit-offer-places [offer]="offer.id" />
    }
    @if (found(); as it) {
      @if (cure(); as cure) {
        <section aria-labelledby="cure">
          <h2 id="cure">{{ words.cureTitle }}</h2>
          <p>{{ cure.text }}</p>
          <ol>
            @for (item of cure.items; track item.code) {
              <li>
                {{ item.name }}
                @for (text of item.texts; track $index) {
                  <p>{{ text }}</p>
                }
              </li>
            }
          </ol>
          @if (cure.parts.length > 0) {
            <p>{{ words.mayChange }}</p>
            <ul>
              @for (part of cure.parts; track part) {
                <li>{{ part }}</li>
              }
            </ul>
          }
          <p class="screen-only">
            <a [routerLink]="['/oferty', desk.offer()?.id, 'uzupelnienie']">{{ toCorrection }}</a>
          </p>
        </section>
      }
      @if (it.sent.length > 0) {
        <zit-sent-letters [letters]="it.sent" />
      }
      @if (it.letters.length > 0) {
        <zit-letter-links [letters]="it.letters" />
      } @else if (it.sent.length === 0) {
        <p>{{ words.noLetters }}</p>
      }
    } @else if (asked.error(); as failure) {
      <zit-problem-notice [thrown]="failure" (retry)="asked.reload()" />
    } @else {
      <zit-loading />
    }
  `,
})
export class OfferLettersPage {
  protected readonly desk = inject(OfferDesk);
  private readonly http = inject(FormalHttp);
  protected readonly words = formalRoomWords;
  protected readonly toCorrection = correctionWords.go;
  protected readonly asked = resource({
    params: () => this.desk.offer()?.id,
    loader: ({ params }) => this.http.letters(params),
  });
  protected readonly found = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly cure = computed(() => {
    const cure = this.found()?.cure;
    if (!cure) return null;
    return {
      text: formalRoomWords.cureText(cure.dueOn),
      items: cure.items.map(({ code, texts }) => ({
        code,
        texts,
        name: formalRoomWords.unmet(formalWords.items[code]),
      })),
      parts: partTitles(cure.fields),
    };
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(`${this.desk.title()}: ${formalRoomWords.letters}`));
  }
}
