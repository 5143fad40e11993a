import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { FormalCard, FormalItemAnswered } from '@zit/contracts';
import { cureDueOn, FORMAL_ITEMS, formatDatePl, formatExactInstantPl, formatInstantPl, inWarsaw } from '@zit/domain';
import { correctionWords } from '@zit/words.pl/correction';
import { formalWords } from '@zit/words.pl/formal';
import { formalRoomWords } from '@zit/words.pl/formal-room';
import { ActingFor } from '../shell/acting-for';
import { PageTitle } from '../shell/page-title';
import { Loading } from '../ui/loading';
import { newId } from '../ui/new-id';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { StatusChip, type Tone } from '../ui/status-chip';
import { AnswerForm } from './answer-form';
import { callCrumbs } from './call-crumb';
import { chipsOf, partTitles } from './formal-chips';
import { FormalHttp } from './formal-http';
import { LetterLinks } from './letter-links';

const TONES: Readonly<Record<FormalItemAnswered['answer'], Tone>> = {
  YES: 'settled',
  NO: 'blocked',
  ASKED: 'attention',
  NOT_APPLICABLE: 'quiet',
};
/** Business days of a call for correction where nobody says otherwise. */
const USUAL_DAYS = '5';

/** One offer's formal card: each item with its answer and numbers, what a person answers, and the decision. */
@Component({
  selector: 'zit-formal-card-page',
  imports: [AnswerForm, LetterLinks, Loading, MatButton, PageHead, ProblemNotice, RouterLink, StatusChip],
  templateUrl: './formal-card-page.html',
  styleUrls: ['../sheet/_inputs.scss', './formal-card-page.scss'],
})
export class FormalCardPage {
  readonly id = input.required<string>();
  readonly offer = input.required<string>();
  private readonly http = inject(FormalHttp);
  private readonly acting = inject(ActingFor);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = formalRoomWords;
  protected readonly correction = correctionWords.card;
  protected readonly asked = resource({
    params: () => ({ call: this.id(), offer: this.offer() }),
    loader: ({ params: { call, offer } }) => this.http.card(call, offer),
  });
  private readonly newest = signal<FormalCard | null>(null);
  protected readonly card = computed(() => this.newest() ?? (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly title = computed(() => this.card()?.title || this.card()?.consortium || formalRoomWords.title);
  protected readonly chips = computed(() => {
    const card = this.card();
    return card ? chipsOf(card) : [];
  });
  protected readonly received = computed(() => formatExactInstantPl(this.card()?.receivedAt ?? ''));
  protected readonly decidedAt = computed(() => {
    const at = this.card()?.decidedAt;
    return at ? formalRoomWords.decidedAt(formatInstantPl(at)) : null;
  });
  protected readonly rows = computed(() => this.card()?.items.map(rowOf) ?? []);
  /** Items that wait for this person, or may still be answered otherwise. */
  protected readonly open = computed(() => {
    const card = this.card();
    if (!card || card.closed !== null || card.state === 'PASSED' || card.state === 'REJECTED') return [];
    return card.items.filter(({ by }) => by === 'PERSON');
  });
  protected readonly next = computed(() => {
    const card = this.card();
    if (!card || card.closed !== null || card.follows === 'OPEN' || card.follows === card.state) return null;
    return card.follows;
  });
  protected readonly unlocks = computed(() => partTitles(this.card()?.unlocks ?? []));
  /** What the correction changed; null: this is no second look. */
  protected readonly changes = computed(() => {
    const changes = this.card()?.changes;
    if (!changes) return null;
    const { before, after, differences } = changes;
    return { before, after, differences, lead: correctionWords.card.lead(before, after) };
  });
  /** Until when a correction is waited for, or that none came; null: nothing is. */
  protected readonly waits = computed(() => {
    const card = this.card();
    if (card?.state !== 'TO_CURE' || !card.cure) return null;
    if (card.cure.answer !== null) return correctionWords.card.comes(card.cure.answer);
    const day = formatDatePl(card.cure.dueOn);
    return card.follows === 'REJECTED' ? correctionWords.card.missed(day) : correctionWords.card.waits(day);
  });
  protected readonly days = signal(USUAL_DAYS);
  protected readonly due = computed(() => {
    const days = Number(this.days());
    if (!Number.isInteger(days) || days < 1 || days > 60) return null;
    return formalRoomWords.due(cureDueOn(inWarsaw(new Date().toISOString()).date, days));
  });
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly crumbs = computed(() => {
    const card = this.card();
    return [
      ...(card ? callCrumbs(card, this.acting.hat()?.body === 'STEERING_GROUP') : []),
      { name: formalRoomWords.title, link: ['/nabory', this.id(), 'formalna'] },
    ];
  });
  /** Pressing twice decides once. */
  private request = newId();

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(`${formalRoomWords.title}: ${this.title()}`));
  }

  protected taken(card: FormalCard): void {
    this.newest.set(card);
    this.snackBar.open(formalRoomWords.answerSaved, undefined, { duration: 5_000 });
  }

  protected type(event: Event): void {
    this.days.set((event.target as HTMLInputElement).value.trim());
  }

  protected async decide(state: 'PASSED' | 'TO_CURE' | 'REJECTED'): Promise<void> {
    if (this.busy() || (state === 'TO_CURE' && this.due() === null)) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const days = state === 'TO_CURE' ? { businessDays: Number(this.days()) } : {};
      this.newest.set(await this.http.decide(this.id(), this.offer(), { id: this.request, state, ...days }));
      this.request = newId();
      this.snackBar.open(formalRoomWords.decided[state], undefined, { duration: 5_000 });
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}

const rowOf = (item: FormalItemAnswered) => ({
  ...item,
  name: formalWords.items[item.code],
  tone: TONES[item.answer],
  said: formalRoomWords.answer[item.answer],
  who:
    item.by === 'PORTAL'
      ? formalRoomWords.byPortal
      : item.answeredAt
        ? formalRoomWords.answeredBy(item.answeredBy ?? '', formatInstantPl(item.answeredAt))
        : '',
  may: mayOf(item),
});

/** Of what is only told there is nothing to put right. */
function mayOf({ code, curable }: FormalItemAnswered): string {
  if (FORMAL_ITEMS[code].by === 'NOTE') return '';
  return curable ? formalRoomWords.curable : formalRoomWords.notCurable;
}
