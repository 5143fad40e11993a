import { Component, computed, DestroyRef, effect, inject, input, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Recommendation } from '@zit/contracts';
import { councilWords, recommendationWords } from '@zit/words.pl/recommendation';
import { PageTitle } from '../shell/page-title';
import { UnsavedWork } from '../shell/unsaved-work';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { RecommendationCard } from './recommendation-card';
import { RecommendationHttp } from './recommendation-http';

const COUNTS = ['votesFor', 'votesAgainst', 'votesAbstained', 'excluded'] as const;
type Count = (typeof COUNTS)[number];
type Typed = Record<Count | 'resolutionNumber' | 'sessionOn' | 'reasons', string>;
const NOTHING: Typed = {
  ...{ resolutionNumber: '', sessionOn: '', reasons: '' },
  ...{ votesFor: '', votesAgainst: '', votesAbstained: '0', excluded: '0' },
};

/** One request to the council, and the form of its resolution. */
@Component({
  selector: 'zit-council-page',
  imports: [ErrorSummary, Loading, MatButton, PageHead, ProblemNotice, RecommendationCard],
  templateUrl: './council-page.html',
  styleUrls: ['../sheet/_inputs.scss', './council-page.scss'],
})
export class CouncilPage {
  readonly id = input.required<string>();
  private readonly http = inject(RecommendationHttp);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = councilWords;
  protected readonly request = recommendationWords;
  protected readonly counts = COUNTS;
  protected readonly crumbs = [{ name: councilWords.title, link: '/rekomendacje' }];
  protected readonly asked = resource({ params: this.id, loader: ({ params }) => this.http.get(params) });
  private readonly resolved = signal<Recommendation | null>(null);
  protected readonly found = computed(() => this.resolved() ?? (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly typed = signal<Typed>(NOTHING);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly summary = viewChild(ErrorSummary);
  /** What the votes say so far; null: they are not all there. */
  protected readonly follows = computed(() => {
    const [plus, minus] = [whole(this.typed().votesFor), whole(this.typed().votesAgainst)];
    if (plus === null || minus === null) return null;
    return councilWords.follows[plus > minus ? 'POSITIVE' : 'NEGATIVE'];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(this.found()?.shown.title ?? councilWords.title));
    const unsaved = computed(() => this.typed() !== NOTHING && !this.found()?.resolution);
    inject(DestroyRef).onDestroy(inject(UnsavedWork).hold(unsaved));
  }

  protected type(field: keyof Typed, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.typed.update((typed) => ({ ...typed, [field]: value }));
  }

  protected faultOf(field: keyof Typed): string | null {
    return this.faults().find((fault) => fault.field === idOf(field))?.message ?? null;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.typed();
    const faults = this.missing(typed);
    this.faults.set(faults);
    if (faults.length > 0) return this.summary()?.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const { resolutionNumber, sessionOn, reasons } = typed;
      const counts = Object.fromEntries(COUNTS.map((count) => [count, whole(typed[count]) ?? 0])) as Record<
        Count,
        number
      >;
      this.resolved.set(await this.http.resolve(this.id(), { resolutionNumber, sessionOn, reasons, ...counts }));
      this.snackBar.open(councilWords.saved, undefined, { duration: 5_000 });
    } catch (thrown) {
      this.refused(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private missing(typed: Typed): FieldFault[] {
    const texts = (['resolutionNumber', 'sessionOn', 'reasons'] as const).filter((field) => typed[field].trim() === '');
    const counts = COUNTS.filter((count) => whole(typed[count]) === null);
    return [
      ...texts.map((field) => ({ field: idOf(field), message: councilWords.missing[field] })),
      ...counts.map((field) => ({ field: idOf(field), message: councilWords.noCount(typed[field]) })),
    ];
  }

  /** What the server says of a field stands at the field. */
  private refused(thrown: unknown): void {
    const { errors = [] } = problemOf(thrown);
    const faults = errors.map(({ pointer, message }) => ({ field: idOf(pointer.slice(1) as keyof Typed), message }));
    this.faults.set(faults);
    if (faults.length > 0) this.summary()?.focus();
    else this.thrown.set(thrown);
  }
}

const idOf = (field: keyof Typed): string => `resolution-${field}`;

/** A count as it was typed; null: it is none. */
const whole = (typed: string): number | null => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null);
