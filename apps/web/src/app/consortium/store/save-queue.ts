import { computed, signal } from '@angular/core';
import type { Problem } from '@zit/contracts';
import { ProblemError } from '../../ui/problem';
import { failureOf } from './failure';

/** After the last key, so that a word is one request and not seven. */
export const AUTOSAVE_MS = 800;
/** First and longest pause before a new try when the server cannot be reached. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

export interface SaveQueuePort<Act> {
  /** Sends one act and takes the answer into the facts. */
  send(act: Act): Promise<void>;
  /** Two waiting acts as one, or null when they stay apart. */
  fold(earlier: Act, later: Act): Act | null;
  /** Nothing is left of it. */
  isEmpty(act: Act): boolean;
  /** Somebody else was faster: what to do instead, after asking the person if it must be. */
  settle(act: Act, problem: Problem): Promise<Settled<Act>>;
}

export type Settled<Act> =
  | { is: 'mended'; act: Act }
  /** Nothing is left to send. */
  | { is: 'done' }
  /** The person wants to think it over: the act waits aside, nothing is lost. */
  | { is: 'putOff' };

export type QueueState =
  | { is: 'idle' }
  | { is: 'typing' }
  | { is: 'saving' }
  /** No connection, or no session: it goes on by itself, and at once on „Spróbuj teraz”. */
  | { is: 'unreachable'; problem: Problem }
  | { is: 'asking' }
  | { is: 'refused'; problem: Problem };

interface Entry<Act> {
  act: Act;
  /** It may have reached the server, even if no answer came: it is not changed any more, only repeated. */
  sent: boolean;
  /** Why the server will not take it; it stands aside until the person mends or drops it. */
  refused: Problem | null;
  /** Somebody waits for the answer (a dialog): a refusal goes to them and does not stop the queue. */
  awaited: boolean;
  resolve: () => void;
  reject: (refusal: ProblemError) => void;
  done: Promise<void>;
}

/** Acts on their way to the server: one at a time, in order, none lost. */
export class SaveQueue<Act> {
  private readonly entries = signal<readonly Entry<Act>[]>([]);
  private readonly now = signal<QueueState>({ is: 'idle' });
  private readonly savedAt = signal<Date | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = FIRST_PAUSE_MS;
  private running: Promise<void> | null = null;

  readonly state = this.now.asReadonly();
  readonly lastSavedAt = this.savedAt.asReadonly();
  /** Acts that the server does not have yet, the one under way among them. */
  readonly waiting = computed(() => this.entries().map((entry) => entry.act));

  constructor(private readonly port: SaveQueuePort<Act>) {}

  /** Saves after a breath; further typing starts the breath anew. */
  later(act: Act): void {
    this.append(act, false);
    this.wakeIn(AUTOSAVE_MS);
  }

  /** Saves now, after everything that waits before it. Rejects with a ProblemError when the server refuses it. */
  soon(act: Act): Promise<void> {
    const entry = this.append(act, true);
    this.wakeIn(0);
    return entry.done;
  }

  /** On blur, before leaving, when the network is back, or on „Spróbuj teraz”. */
  flush(): void {
    if (this.next() !== undefined) {
      this.wakeIn(0);
    }
  }

  /** Sends what waits and resolves when it is saved or cannot be for now. */
  async drain(): Promise<void> {
    clearTimeout(this.timer);
    await this.run();
  }

  /** „Spróbuj ponownie”: what was refused goes once more. */
  retry(): void {
    for (const entry of this.entries()) {
      entry.refused = null;
    }
    this.flush();
  }

  /** Gives up what the server refused. */
  dropRefused(): void {
    this.entries.update((all) => all.filter((entry) => entry.refused === null));
    this.rest();
  }

  /** Nothing of it will ever be saved: everything is given up, and who waits for an answer hears why. */
  abandon(problem: Problem): void {
    clearTimeout(this.timer);
    for (const entry of this.entries()) {
      entry.reject(new ProblemError(problem));
    }
    this.entries.set([]);
    this.now.set({ is: 'idle' });
  }

  private append(act: Act, awaited: boolean): Entry<Act> {
    const into = awaited ? null : this.foldable(act);
    if (into) {
      const folded = this.port.fold(into.act, act) ?? act;
      into.act = folded;
      into.refused = null;
      this.entries.update((all) => all.filter((entry) => entry !== into || !this.port.isEmpty(folded)));
      return into;
    }
    const entry = entryOf(act, awaited);
    if (this.port.isEmpty(act)) {
      entry.resolve();
    } else {
      this.entries.update((all) => [...all, entry]);
    }
    return entry;
  }

  /** The entry that takes the act in: one that was refused, or else the last one if it has not been sent. */
  private foldable(act: Act): Entry<Act> | null {
    const all = this.entries();
    const last = all.at(-1);
    const refused = all.find((entry) => entry.refused !== null && this.port.fold(entry.act, act) !== null);
    if (refused) {
      return refused;
    }
    return last && !last.sent && !last.awaited && this.port.fold(last.act, act) !== null ? last : null;
  }

  private wakeIn(ms: number): void {
    if (this.running) {
      return;
    }
    clearTimeout(this.timer);
    if (this.now().is !== 'unreachable') {
      this.rest();
    }
    this.timer = setTimeout(() => void this.run(), ms);
  }

  /** What the state says when nothing is under way. */
  private rest(): void {
    const refused = this.entries().find((entry) => entry.refused !== null)?.refused;
    if (refused && this.next() === undefined) {
      this.now.set({ is: 'refused', problem: refused });
    } else {
      this.now.set({ is: this.entries().length > 0 ? 'typing' : 'idle' });
    }
  }

  private next(): Entry<Act> | undefined {
    return this.entries().find((entry) => entry.refused === null);
  }

  private run(): Promise<void> {
    this.running ??= this.work().finally(() => {
      this.running = null;
      if (this.now().is !== 'unreachable') {
        this.rest();
        // Something may have come in the moment between the last look and the end.
        this.flush();
      }
    });
    return this.running;
  }

  private async work(): Promise<void> {
    let goOn = true;
    while (goOn) {
      const head = this.next();
      goOn = head !== undefined && (await this.save(head));
    }
  }

  /** True when the queue may go on with the next act. */
  private async save(entry: Entry<Act>): Promise<boolean> {
    entry.sent = true;
    this.now.set({ is: 'saving' });
    try {
      await this.port.send(entry.act);
      this.pause = FIRST_PAUSE_MS;
      this.savedAt.set(new Date());
      this.remove(entry);
      entry.resolve();
      return true;
    } catch (error) {
      return this.after(entry, error);
    }
  }

  private async after(entry: Entry<Act>, error: unknown): Promise<boolean> {
    const failure = failureOf(error);
    switch (failure.kind) {
      case 'unreachable':
      case 'signedOut':
        return this.tryAgainLater(failure.problem);
      case 'stale':
        return this.settle(entry, failure.problem);
      case 'refused':
        return this.refuse(entry, failure.problem);
    }
  }

  private tryAgainLater(problem: Problem): boolean {
    this.now.set({ is: 'unreachable', problem });
    // Without a session nothing will work by itself: asking over and over would only disturb.
    if (problem.status !== 401) {
      this.timer = setTimeout(() => void this.run(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    }
    return false;
  }

  private async settle(entry: Entry<Act>, problem: Problem): Promise<boolean> {
    this.now.set({ is: 'asking' });
    try {
      const settled = await this.port.settle(entry.act, problem);
      if (settled.is === 'putOff') {
        return this.refuse(entry, problem);
      }
      if (settled.is === 'done' || this.port.isEmpty(settled.act)) {
        this.remove(entry);
        entry.resolve();
        return true;
      }
      entry.act = settled.act;
      entry.sent = false;
      this.entries.update((all) => [...all]);
      return true;
    } catch (error) {
      return this.after(entry, error);
    }
  }

  private refuse(entry: Entry<Act>, problem: Problem): boolean {
    if (entry.awaited) {
      this.remove(entry);
      entry.reject(new ProblemError(problem));
    } else {
      entry.refused = problem;
      entry.sent = false;
    }
    return true;
  }

  private remove(entry: Entry<Act>): void {
    this.entries.update((all) => all.filter((one) => one !== entry));
  }
}

function entryOf<Act>(act: Act, awaited: boolean): Entry<Act> {
  const entry: Entry<Act> = {
    act,
    awaited,
    sent: false,
    refused: null,
    resolve: () => undefined,
    reject: () => undefined,
    done: Promise.resolve(),
  };
  entry.done = new Promise<void>((resolve, reject) => Object.assign(entry, { resolve, reject }));
  // A refusal that nobody awaits is shown by the queue's state.
  entry.done.catch(() => undefined);
  return entry;
}
