import { computed, DestroyRef, inject, Injector, signal } from '@angular/core';
import type { SheetResponse } from '@zit/contracts';
import { sameValue, type SheetValue, type SheetValues } from '@zit/domain';
import { failureOf } from '../consortium/store/failure';
import { savedOf } from '../consortium/store/saved-of';
import { SaveQueue } from '../consortium/store/save-queue';
import { SessionStore } from '../session/session-store';
import { UnsavedWork } from '../shell/unsaved-work';
import { newId } from '../ui/new-id';
import type { Saved } from '../ui/saved-state';
import { bodyOf, foldEdits, type Edit, type Edits } from './edits';
import { leftOver } from './left-over';
import { nameOf } from './read-paths';
import { SheetHttp } from './sheet-http';
import { SheetWatch } from './sheet-watch';
import type { SheetShape } from './sheet-words';
import { Standing } from './standing';

/**
 * The way of a sheet between the page and the server (decision 9): what the server knows of each field, what waits to
 * be sent over it, and what others wrote meanwhile. What a person does with it is SheetStore's.
 */
export abstract class SheetCore {
  private readonly http = inject(SheetHttp);
  private readonly injector = inject(Injector);
  protected readonly standing = new Standing();
  private readonly opened = signal<{ url: string; shape: SheetShape } | null>(null);
  private readonly failed = signal<unknown>(null);
  private readonly gone = signal<{ unsaved: string } | null>(null);
  protected readonly queue = new SaveQueue<Edits>({
    send: (edits) => this.send(edits),
    fold: (earlier, later) => foldEdits(earlier, later, (path, edit) => this.leadsBack(earlier, path, edit)),
    isEmpty: ({ byPath }) => byPath.size === 0,
    // A save of a sheet never goes stale as a whole: what collides is an answer, not a refusal.
    settle: () => Promise.resolve({ is: 'putOff' }),
  });
  private readonly watch = new SheetWatch({ look: () => this.look(), wake: () => this.queue.flush() });

  /** What is not saved of this sheet. */
  private readonly unsent = computed(() => this.queue.waiting().filter(({ url }) => url === this.url()));

  readonly url = computed(() => this.opened()?.url ?? null);
  readonly shape = computed(() => this.opened()?.shape ?? null);
  /** The sheet has been read. */
  readonly ready = this.standing.there.asReadonly();
  /** Nothing may be written at present. */
  readonly closed = this.standing.shut.asReadonly();
  /** Why the sheet could not be read; null while it can. */
  readonly loadProblem = this.failed.asReadonly();
  /** Set once the right to see it has ended while it was open; what was typed and not saved is kept as text. */
  readonly lost = this.gone.asReadonly();
  /** Fields that two people changed, waiting for a choice. */
  readonly collisions = this.standing.disputed.all;
  /** Items whose new place was not taken, because somebody moved them first; newest answer only. */
  readonly unmoved = this.standing.disputed.unmoved;
  /** All fields as the person sees them, with everything that is not saved yet; removed items are null. */
  readonly values = computed<ReadonlyMap<string, SheetValue>>(() => {
    const values = new Map<string, SheetValue>();
    for (const { path, value } of this.standing.known.all().values()) values.set(path, value);
    for (const { byPath } of this.unsent()) byPath.forEach(({ value }, path) => values.set(path, value));
    // What is somebody else's stays theirs on the page, too; mine is only there to be copied.
    for (const { path, mine, because } of this.collisions()) if (because !== 'NOT_YOURS') values.set(path, mine);
    return values;
  });
  /** The same for the rules of the domain: `readSheet`, `unreadPaths`, `checkCall`. */
  readonly sheetValues = computed<SheetValues>(() => Object.fromEntries(this.values()));
  /** Revision that the page has seen; it grows when anybody saves. */
  readonly rev = this.standing.seen.asReadonly();
  readonly saving = this.queue.state;
  /** Fields that the server does not have yet. */
  readonly waiting = computed(
    () => new Set(this.unsent().flatMap(({ byPath }) => [...byPath.keys()])).size + this.collisions().length,
  );
  readonly saved = computed<Saved>(() => {
    const state = this.saving();
    return state.is === 'idle' && this.collisions().length > 0
      ? { state: 'unsaved', changes: this.collisions().length }
      : savedOf(state, this.queue.lastSavedAt(), this.waiting());
  });

  constructor() {
    const unsaved = computed(
      () => this.queue.waiting().length + this.waiting() > 0 || (this.gone()?.unsaved ?? '') !== '',
    );
    const release = inject(UnsavedWork).hold(unsaved, async () => void (await this.saveAll()));
    inject(DestroyRef).onDestroy(() => {
      release();
      this.watch.stop();
    });
  }

  /** Shows the sheet at an address (`/api/v1/calls/<id>/sheet`); the same one is read afresh and keeps what waits. */
  async open(url: string, shape: SheetShape): Promise<void> {
    if (this.url() !== url) this.forget();
    this.opened.set({ url, shape });
    this.failed.set(null);
    this.gone.set(null);
    try {
      this.take(url, await this.http.read(url));
    } catch (thrown) {
      if (!(await this.isLost(thrown)) && this.url() === url && !this.ready()) this.failed.set(thrown);
    }
  }

  value(path: string): SheetValue {
    return this.values().get(path) ?? null;
  }

  /** Saves what waits; true when nothing is left unsaved. */
  async saveAll(): Promise<boolean> {
    await this.queue.drain();
    return this.waiting() === 0 && (this.gone()?.unsaved ?? '') === '';
  }

  retry(): void {
    this.queue.retry();
  }

  /** Gives up what the server refused to take. */
  dropRefused(): void {
    this.queue.dropRefused();
  }

  /** Asks at once what is new: after an act that closes or opens the sheet. */
  refresh(): Promise<void> {
    return this.watch.now();
  }

  protected forget(): void {
    this.standing.forget();
  }

  /** What a path is called, for who does not see the page around it. */
  named(path: string): string {
    const shape = this.shape();
    return shape ? nameOf(shape, this.values(), path) : path;
  }

  /** Nothing is left to save of a field that shows again what the server has. */
  private leadsBack(earlier: Edits, path: string, { value }: Edit): boolean {
    const onItsWay = this.unsent().some((edits) => edits !== earlier && edits.byPath.has(path));
    return !onItsWay && sameValue(this.standing.known.value(path), value);
  }

  private async send(edits: Edits): Promise<void> {
    if (edits.byPath.size === 0) return;
    const answer = await this.http.save(edits.url, bodyOf(edits, newId));
    if (this.url() !== edits.url) return;
    this.standing.answered(
      answer,
      this.unsent().filter((one) => one !== edits),
    );
    // Somebody else is at work: what they did besides is worth seeing now.
    if (answer.collisions.length > 0) void this.watch.now();
  }

  /** True: the server has answered. */
  private async look(): Promise<boolean> {
    const url = this.url();
    if (url === null || !this.ready()) return true;
    try {
      this.take(url, await this.http.news(url, this.rev()));
      // The connection is there again: what waits need not wait on.
      if (this.saving().is === 'unreachable') this.queue.flush();
      return true;
    } catch (thrown) {
      await this.isLost(thrown);
      return false;
    }
  }

  private take(url: string, news: SheetResponse): void {
    if (this.url() === url) this.standing.take(news);
  }

  /** A reading refused of a thing that was read before: the right to it is gone, and so is what the page shows. */
  private async isLost(thrown: unknown): Promise<boolean> {
    const { problem } = failureOf(thrown);
    const shape = this.shape();
    if (!['NOT_FOUND', 'FORBIDDEN'].includes(problem.code) || !this.ready() || !shape) return false;
    const mine = new Map([...this.values(), ...this.collisions().map(({ path, mine }) => [path, mine] as const)]);
    const unsaved = leftOver(
      shape,
      mine,
      this.unsent(),
      this.collisions().map(({ path }) => path),
    );
    this.queue.abandon(problem);
    this.forget();
    this.gone.set({ unsaved });
    // Whom one acts for may be no longer there to choose either.
    await this.injector
      .get(SessionStore)
      .reload()
      .catch(() => null);
    return true;
  }
}
