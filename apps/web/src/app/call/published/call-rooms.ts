import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallResponse } from '@zit/contracts';
import { answersPageWords } from '@zit/words.pl/answers-page';
import { awardPageWords } from '@zit/words.pl/award-page';
import { callDeskWords } from '@zit/words.pl/call-page';
import { commissionPageWords } from '@zit/words.pl/commission-page';
import { formalRoomWords } from '@zit/words.pl/formal-room';
import { resultPageWords } from '@zit/words.pl/result-page';
import { CallAccess } from '../call-access';

/** In the order in which a call goes through them. */
const AFTER_DEADLINE = [
  { act: 'readFormal', name: formalRoomWords.title, path: 'formalna' },
  { act: 'readResult', name: resultPageWords.title, path: 'wynik' },
  { act: 'readAnswers', name: answersPageWords.title, path: 'odpowiedzi' },
  { act: 'readAwards', name: awardPageWords.title, path: 'przyznanie' },
] as const;

/**
 * The way from a published call to its commission and, after the deadline, to what is done with its offers. Who has a
 * seat in the commission goes on from the commission's own page.
 */
@Component({
  selector: 'zit-call-rooms',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="label">
      <ul>
        @for (each of rooms(); track each.path) {
          <li>
            <a [routerLink]="['/nabory', call().id, each.path]">{{ each.name }}</a>
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-2) var(--zit-4);
      margin: 0 0 var(--zit-4);
      padding: 0;
      list-style: none;
    }
    a {
      display: inline-block;
      padding-block: var(--zit-2);
    }
  `,
})
export class CallRooms {
  readonly call = input.required<CallResponse>();
  private readonly access = inject(CallAccess);
  protected readonly label = callDeskWords.rooms;
  protected readonly rooms = computed(() => [
    { name: commissionPageWords.title, path: 'komisja' },
    ...AFTER_DEADLINE.filter(({ act }) => this.call().phase === 'CLOSED' && this.access.may(act, this.call())),
  ]);
}
