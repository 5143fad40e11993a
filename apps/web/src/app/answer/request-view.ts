import { Component, computed, input } from '@angular/core';
import type { ReasonsRequest } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { answersPageWords as words } from '@zit/words.pl/answers-page';
import { letterFile } from '../formal/formal-http';
import { StatusChip } from '../ui/status-chip';

/** A request for reasons with its day, whether it came in time, and the letter that answers it. */
@Component({
  selector: 'zit-request-view',
  imports: [StatusChip],
  template: `
    <p>
      <strong>{{ request().asker ?? words.gone }}</strong>
      <zit-status-chip [tone]="request().late ? 'attention' : 'place'">{{ term() }}</zit-status-chip>
    </p>
    <p class="soft">{{ came() }} {{ words.about(request().offer) }}</p>
    <p class="text">{{ request().text }}</p>
    @if (request().letter; as letter) {
      <p>
        {{ answered() }}
        <a [href]="html(letter)" target="_blank" rel="noopener">{{ words.letter }}</a>
      </p>
    } @else {
      <p>
        <zit-status-chip tone="quiet">{{ words.waits }}</zit-status-chip>
      </p>
    }
  `,
  styles: `
    p {
      margin-block: var(--zit-2);
    }
    strong + zit-status-chip {
      margin-inline-start: var(--zit-2);
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class RequestView {
  readonly request = input.required<ReasonsRequest>();
  protected readonly words = words;
  protected readonly term = computed(() => (this.request().late ? words.late(this.request().day) : words.inTime));
  protected readonly came = computed(() => {
    const { channel, receivedOn, day } = this.request();
    return `${words.came(words.channel[channel], receivedOn, day)}.`;
  });
  protected readonly answered = computed(() => `${words.answered(formatInstantPl(this.request().answeredAt ?? ''))}.`);

  protected html(letter: string): string {
    return letterFile(letter, 'html');
  }
}
