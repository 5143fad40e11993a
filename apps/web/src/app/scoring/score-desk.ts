import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { ScoringResponse } from '@zit/contracts';
import { ownRanks, sameValue, type SheetValue } from '@zit/domain';
import { scoringPageWords as words } from '@zit/words.pl/scoring-page';
import { savedOf } from '../consortium/store/saved-of';
import { SaveQueue } from '../consortium/store/save-queue';
import { bodyOf, foldEdits, rebaseOn, type Edits } from '../sheet/edits';
import { SheetHttp } from '../sheet/sheet-http';
import { UnsavedWork } from '../shell/unsaved-work';
import { newId } from '../ui/new-id';
import { ScoreRow } from './score-row';
import { cardSheet, ScoringHttp } from './scoring-http';

/**
 * All cards of one assessor in a call. Every key reaches its row at once and the server after a breath, one request for
 * each card; without a connection it waits in memory and goes when there is one. Provide it with the page.
 */
@Injectable()
export class ScoreDesk {
  private readonly http = inject(ScoringHttp);
  private readonly sheets = inject(SheetHttp);
  private readonly opened = signal<ScoringResponse | null>(null);
  private readonly failed = signal<unknown>(null);
  private readonly rowsAt = new Map<string, ScoreRow>();
  private readonly queue = new SaveQueue<Edits>({
    send: (edits) => this.send(edits),
    fold: (earlier, later) => foldEdits(earlier, later, () => false),
    isEmpty: ({ byPath }) => byPath.size === 0,
    settle: () => Promise.resolve({ is: 'putOff' }),
  });

  readonly scoring = this.opened.asReadonly();
  readonly problem = this.failed.asReadonly();
  readonly rows = signal<readonly ScoreRow[]>([]);
  readonly criteria = computed(() => this.opened()?.criteria ?? []);
  /** Once the result is frozen, only what an appeal opened again. */
  readonly mayScore = computed(() => this.opened()?.scores === true && (!this.frozen() || this.reopened().length > 0));
  private readonly frozen = computed(() => this.opened()?.frozenAt != null);
  readonly reopened = computed(() => this.rows().filter(({ offer }) => offer.reopened));
  /** Own places by own totals, in the order of the rows. */
  readonly ranks = computed(() => ownRanks(this.rows().map((row) => row.total())));
  readonly ready = computed(() => this.rows().filter((row) => row.state() === 'COMPLETE' && this.mayWrite(row)));
  readonly handedIn = computed(() => this.rows().filter((row) => row.handedIn() !== null).length);
  /** Fields that the server does not have yet. */
  readonly waiting = computed(() => this.queue.waiting().reduce((sum, { byPath }) => sum + byPath.size, 0));
  readonly saving = this.queue.state;
  readonly saved = computed(() => savedOf(this.queue.state(), this.queue.lastSavedAt(), this.waiting()));
  /** What another window of the same person had written first. */
  readonly collided = signal('');

  constructor() {
    const release = inject(UnsavedWork).hold(
      computed(() => this.waiting() > 0),
      () => this.queue.drain(),
    );
    const online = (): void => this.queue.flush();
    addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      release();
      removeEventListener('online', online);
    });
  }

  /** May one's own card of this offer be written, handed in or corrected now? */
  mayWrite({ offer }: ScoreRow): boolean {
    return this.mayScore() && (!this.frozen() || offer.reopened);
  }

  async open(callId: string): Promise<void> {
    this.failed.set(null);
    try {
      const scoring = await this.http.read(callId);
      this.rowsAt.clear();
      for (const offer of scoring.offers)
        this.rowsAt.set(cardSheet(callId, offer.offerId), new ScoreRow(offer, scoring.criteria));
      this.rows.set([...this.rowsAt.values()]);
      this.opened.set(scoring);
    } catch (thrown) {
      this.failed.set(thrown);
    }
  }

  /** Writes one field of a card; the same value again is none. */
  set(row: ScoreRow, path: string, value: SheetValue): void {
    if (!this.mayWrite(row) || row.closed() || sameValue(row.value(path), value)) return;
    row.show(path, value);
    this.queue.later({
      url: this.addressOf(row),
      byPath: new Map([[path, { base: row.baseOf(path), value }]]),
      body: null,
    });
  }

  saveNow(): void {
    this.queue.flush();
  }

  retry(): void {
    this.queue.retry();
  }

  /** Gives up what the server refused; the page shows again what it has. */
  async dropRefused(): Promise<void> {
    this.queue.dropRefused();
    await this.open(this.opened()?.callId ?? '');
  }

  /** @param id made once for the act; @param reason of a correction. Rejects with what the server says. */
  async handIn(row: ScoreRow, id: string, reason?: string): Promise<void> {
    await this.queue.drain();
    const url = this.addressOf(row);
    if (this.queue.waiting().some((edits) => edits.url === url)) throw new Error(words.panel.unsaved);
    const body = { id, rev: row.rev(), ...(reason === undefined ? {} : { reason }) };
    row.close(await this.http.handIn(this.opened()?.callId ?? '', row.offer.offerId, body));
  }

  async correct(row: ScoreRow): Promise<void> {
    row.reopened(await this.http.correct(this.opened()?.callId ?? '', row.offer.offerId));
  }

  private addressOf(row: ScoreRow): string {
    return cardSheet(this.opened()?.callId ?? '', row.offer.offerId);
  }

  private async send(edits: Edits): Promise<void> {
    const answer = await this.sheets.save(edits.url, bodyOf(edits, newId));
    const waits = this.queue.waiting().filter((one) => one !== edits && one.url === edits.url);
    rebaseOn(answer, waits);
    const row = this.rowsAt.get(edits.url);
    const lost = row?.answered(answer, new Set(waits.flatMap(({ byPath }) => [...byPath.keys()]))) ?? [];
    if (row && lost.length > 0) this.collided.set(this.told(row, lost));
  }

  private told({ offer }: ScoreRow, paths: readonly string[]): string {
    const codes = this.criteria().filter(({ id }) => paths.some((path) => path.endsWith(id)));
    return codes.map(({ code }) => words.collided(code, offer.title)).join(' ');
  }
}
