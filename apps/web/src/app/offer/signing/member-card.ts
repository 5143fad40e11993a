import { Component, computed, input } from '@angular/core';
import type { Confirmation, MemberSigning } from '@zit/contracts';
import { formatExactInstantPl } from '@zit/domain';
import { signingWords } from '@zit/words.pl/offer-signing';
import { Differences } from '../../call/reading/differences';
import { StatusChip, type Tone } from '../../ui/status-chip';
import { shortHash } from './fingerprint';

/** One member: who confirmed for it and when, what an edit has voided and by which fields, and what is missing. */
@Component({
  selector: 'zit-member-card',
  imports: [Differences, StatusChip],
  template: `
    <div class="head">
      <h3>{{ signing().name }}</h3>
      <zit-status-chip [tone]="standing().tone">{{ standing().text }}</zit-status-chip>
    </div>
    @if (signing().missing; as missing) {
      <p class="missing">{{ missing }}</p>
    }
    @if (rows().length > 0) {
      <ul>
        @for (row of rows(); track row.id) {
          <li>
            <p>
              <strong>{{ row.by }}</strong> <span class="soft">{{ words.capacity[row.capacity] }}</span>
            </p>
            <p class="soft when">{{ row.at }}</p>
            @if (!row.holds) {
              <p class="lapsed">{{ words.lapsed }}. {{ row.because }}</p>
              @if (row.changes.length > 0) {
                <zit-differences [differences]="row.changes" />
              }
              <p class="soft">{{ row.saw }}</p>
            }
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './member-card.scss',
})
export class MemberCard {
  readonly signing = input.required<MemberSigning>();
  protected readonly words = signingWords;
  protected readonly standing = computed(() => standingOf(this.signing()));
  protected readonly rows = computed(() => this.signing().confirmations.map(row));
}

function standingOf({ complete, confirmations }: MemberSigning): { tone: Tone; text: string } {
  if (complete) return { tone: 'settled', text: signingWords.complete };
  if (confirmations.some(({ holds }) => holds)) return { tone: 'attention', text: signingWords.partly };
  return confirmations.length > 0
    ? { tone: 'attention', text: signingWords.voided }
    : { tone: 'quiet', text: signingWords.nothing };
}

const row = ({ id, capacity, person, function: position, at, holds, changed, sha256 }: Confirmation) => ({
  id,
  capacity,
  holds,
  by: signingWords.by(person, position),
  at: signingWords.at(formatExactInstantPl(at)),
  because: signingWords.lapsedBecause(changed.length),
  changes: changed.map((each) => ({ ...each, section: '' })),
  saw: signingWords.sawOther(shortHash(sha256)),
});
