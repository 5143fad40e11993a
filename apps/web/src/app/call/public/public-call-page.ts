import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CallEdition } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { publicAttachmentWords } from '@zit/words.pl/call-attachments';
import { countdownWords, publicCallWords } from '@zit/words.pl/call-page';
import { publicResultWords } from '@zit/words.pl/result-page';
import { AnswerCall } from '../../offer/begin/answer-call';
import { PageTitle } from '../../shell/page-title';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { problemOf } from '../../ui/problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { PublishedFiles } from '../attachments/published-files';
import { PhaseChip } from '../phase-chip';
import { CallContentsView } from '../reading/call-contents';
import { callReading, type CallContents } from '../reading/call-reading';
import { Editions } from '../reading/editions';
import { Countdown } from './countdown';
import { calendarFile, editionFile, PublicCallHttp } from './public-call-http';
import { PublicCallHead } from './public-call-head';
import { PublicQuestions } from './public-questions';

/** A clock that goes this wrong, in milliseconds, would mislead who counts by it. */
const WRONG_CLOCK_MS = 5_000;

/** One published call, for anybody: what, until when by whose clock, by which criteria, and how it came about. */
@Component({
  selector: 'zit-public-call-page',
  imports: [
    AnswerCall,
    CallContentsView,
    Countdown,
    Editions,
    Icon,
    Loading,
    MatButton,
    PageHead,
    PhaseChip,
    ProblemNotice,
    PublicCallHead,
    PublicQuestions,
    PublishedFiles,
    RouterLink,
  ],
  templateUrl: './public-call-page.html',
  styleUrls: ['./public-page.scss', './public-call-page.scss'],
})
export class PublicCallPage {
  readonly slug = input.required<string>();
  private readonly http = inject(PublicCallHttp);
  private readonly pageTitle = inject(PageTitle);
  protected readonly words = publicCallWords;
  protected readonly filesWords = publicAttachmentWords;
  protected readonly result = publicResultWords.link;
  protected readonly crumbs = [{ name: publicCallWords.toList, link: '/ogloszenia' }];
  /** The head of the page says these. */
  protected readonly said = ['basics.title', 'deadline.opensAt', 'deadline.closesAt'];

  protected readonly asked = resource({ params: () => this.slug(), loader: ({ params }) => this.http.get(params) });
  protected readonly call = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly missing = computed(() => {
    const thrown = this.asked.error();
    return thrown !== undefined && problemOf(thrown).status === 404;
  });
  /** Written by this portal from its own form, frozen, and never changed since. */
  protected readonly contents = computed(() => (this.call()?.contents ?? null) as CallContents | null);
  protected readonly sections = computed(() => {
    const contents = this.contents();
    return contents ? callReading(contents, this.said) : [];
  });
  protected readonly newest = computed<CallEdition | null>(() => {
    const editions = this.call()?.editions ?? [];
    return editions.reduce<CallEdition | null>((last, each) => (last && last.no > each.no ? last : each), null);
  });
  protected readonly deadline = computed(() => {
    const call = this.call();
    return call ? formatInstantPl(call.deadlineAt) : '';
  });
  /** What the clock counts down to: first the opening, then the deadline; null when both are over. */
  protected readonly next = computed(() => {
    const call = this.call();
    if (call?.phase === 'ANNOUNCED') return { label: countdownWords.labelOpens, at: call.opensAt };
    return call?.phase === 'OPEN' ? { label: countdownWords.label, at: call.deadlineAt } : null;
  });
  protected readonly opens = computed(() => {
    const call = this.call();
    return call?.phase === 'ANNOUNCED' ? publicCallWords.opensOf(formatInstantPl(call.opensAt)) : null;
  });
  protected readonly changed = computed(() => {
    const newest = this.newest();
    if (!newest || newest.no === 1) return null;
    return publicCallWords.changed(newest.no, formatInstantPl(newest.publishedAt));
  });
  protected readonly clock = computed(() => {
    const ahead = this.call()?.ahead ?? 0;
    if (Math.abs(ahead) < WRONG_CLOCK_MS) return null;
    const seconds = Math.round(Math.abs(ahead) / 1_000);
    return publicCallWords.yourClock(
      ahead > 0 ? publicCallWords.clockBehind(seconds) : publicCallWords.clockAhead(seconds),
    );
  });
  protected readonly calendar = computed(() => calendarFile(this.slug()));
  protected readonly json = computed(() => editionFile(this.slug(), this.newest()?.no ?? 1));

  constructor() {
    effect(() => {
      const call = this.call();
      if (call) this.pageTitle.set(call.title);
    });
  }

  protected print(): void {
    window.print();
  }

  /** Keeps the address of the page, which `href="#…"` would lose to the base. */
  protected go(event: Event, key: string): void {
    event.preventDefault();
    const title = document.getElementById(`${key}-title`);
    title?.scrollIntoView({ block: 'start' });
    title?.focus({ preventScroll: true });
  }
}
