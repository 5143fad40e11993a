import { computed, signal } from '@angular/core';
import type { CardVersion, ScoringOffer, SheetField, SheetResponse, SheetSaved } from '@zit/contracts';
import { cardGaps, cardTotal, pointsPath, reasonPath, type ScoringCriterion, type SheetValue } from '@zit/domain';

/** `EMPTY`: nothing given yet · `OPEN`: something is missing · `COMPLETE` · `HANDED_IN` · `CORRECTING`: opened again. */
export type RowState = 'EMPTY' | 'OPEN' | 'COMPLETE' | 'HANDED_IN' | 'CORRECTING';

/**
 * One offer of the grid with one's own card: what stands on the screen, and what the server is known to have. Each row
 * has signals of its own, so that a key changes one row and nothing else is worked out again.
 */
export class ScoreRow {
  private readonly fields = signal<ReadonlyMap<string, SheetValue>>(new Map());
  private readonly revs = new Map<string, number>();
  private readonly shut = signal(false);
  private readonly handed = signal<Pick<CardVersion, 'no' | 'handedAt'> | null>(null);
  private readonly known = signal(0);

  readonly closed = this.shut.asReadonly();
  readonly handedIn = this.handed.asReadonly();
  /** Revision of the card that the server has told. */
  readonly rev = this.known.asReadonly();
  readonly values = computed(() => {
    const fields = this.fields();
    return (path: string): SheetValue => fields.get(path) ?? null;
  });
  readonly gaps = computed(() => cardGaps(this.criteria, this.values()));
  /** Points of 100; null: some are missing. */
  readonly total = computed(() =>
    cardTotal(
      this.criteria,
      this.criteria.map((criterion) => this.points(criterion)),
    ),
  );
  readonly state = computed((): RowState => {
    if (this.shut()) return 'HANDED_IN';
    if (this.handed()) return 'CORRECTING';
    if (this.gaps().length === 0) return 'COMPLETE';
    return [...this.fields().values()].some((value) => value !== null) ? 'OPEN' : 'EMPTY';
  });

  constructor(
    readonly offer: ScoringOffer,
    readonly criteria: readonly ScoringCriterion[],
  ) {
    const { card } = offer;
    if (!card) return;
    this.learn(card.fields);
    this.shut.set(card.closed);
    this.handed.set(card.handedIn);
    this.known.set(card.rev);
  }

  /** Whole points; null: none, or nothing that can be read. */
  points({ id, automatic }: ScoringCriterion): number | null {
    if (automatic) return this.offer.automaticPoints;
    const value = this.values()(pointsPath(id));
    return typeof value === 'number' ? value : null;
  }

  reason({ id }: ScoringCriterion): string {
    const value = this.values()(reasonPath(id));
    return typeof value === 'string' ? value : value === null ? '' : String((value as { typed: string }).typed);
  }

  value(path: string): SheetValue {
    return this.fields().get(path) ?? null;
  }

  /** Shows a value before the server has it. */
  show(path: string, value: SheetValue): void {
    this.fields.update((all) => new Map(all).set(path, value));
  }

  baseOf(path: string): number {
    return this.revs.get(path) ?? 0;
  }

  /** @param waits paths that were changed again since; they stay as they were typed. Answers what was not taken. */
  answered({ rev, taken, collisions }: SheetSaved, waits: ReadonlySet<string>): string[] {
    const theirs = collisions.map(({ path, theirs, rev }) => ({ path, value: theirs, rev }));
    this.known.set(rev);
    this.learn([...taken, ...theirs], waits);
    return collisions.map(({ path }) => path).filter((path) => !waits.has(path));
  }

  /** What the server says the whole card is. */
  reopened({ rev, closed, fields }: SheetResponse): void {
    this.known.set(rev);
    this.shut.set(closed);
    this.learn(fields);
  }

  close(version: Pick<CardVersion, 'no' | 'handedAt'>): void {
    this.shut.set(true);
    this.handed.set(version);
  }

  private learn(fields: readonly SheetField[], except: ReadonlySet<string> = new Set()): void {
    for (const { path, rev } of fields) this.revs.set(path, rev);
    const shown = fields.filter(({ path }) => !except.has(path));
    this.fields.update((all) => new Map([...all, ...shown.map(({ path, value }) => [path, value] as const)]));
  }
}
