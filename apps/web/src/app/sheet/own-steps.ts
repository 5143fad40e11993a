import { computed, signal } from '@angular/core';
import { sameValue, type SheetValue } from '@zit/domain';
import { sheetWords } from '@zit/words.pl/sheet-page';

export interface StepChange {
  path: string;
  before: SheetValue;
  after: SheetValue;
}

/** One thing the person did, to be taken back as one. */
export interface Step {
  /** „Tytuł”, „usunięcie: Kryterium 2” */
  name: string;
  changes: StepChange[];
}

/** More steps than anybody takes back one by one. */
const MOST_STEPS = 200;

/** What a step back or forth sets, and what to say of it. */
export interface Stepped {
  sets: ReadonlyMap<string, SheetValue>;
  say: string;
}

/** What the person did in this sheet, newest last. In memory only. */
export class OwnSteps {
  private readonly steps = signal<readonly Step[]>([]);
  /** What was taken back and may be done again, until something else is done. */
  private readonly undone = signal<readonly Step[]>([]);
  /** The last step goes on while the same field is typed into. */
  private open = false;

  readonly last = computed(() => this.steps().at(-1) ?? null);
  readonly lastUndone = computed(() => this.undone().at(-1) ?? null);

  add(step: Step): void {
    this.undone.set([]);
    const last = this.last();
    const [before, now] = [last?.changes[0], step.changes[0]];
    const goesOn = this.open && last?.changes.length === 1 && step.changes.length === 1 && before?.path === now?.path;
    if (goesOn && before && now) {
      const joined = { ...step, changes: [{ ...now, before: before.before }] };
      this.steps.update((all) => [...all.slice(0, -1), joined]);
    } else {
      this.steps.update((all) => [...all, step].slice(-MOST_STEPS));
    }
    this.open = step.changes.length === 1;
  }

  /** What comes next is a step of its own. */
  close(): void {
    this.open = false;
  }

  /** Takes the last step off, as far as nobody has changed since what it did. */
  back(now: (path: string) => SheetValue): Stepped {
    const last = this.last();
    this.steps.update((all) => all.slice(0, -1));
    this.open = false;
    if (!last) return { sets: new Map(), say: sheetWords.nothingToUndo };
    const changes = last.changes.filter(({ path, after }) => sameValue(now(path), after));
    if (changes.length === 0) return { sets: new Map(), say: sheetWords.notUndone(last.name) };
    this.undone.update((all) => [...all, { ...last, changes }]);
    return { sets: new Map(changes.map(({ path, before }) => [path, before])), say: sheetWords.undone(last.name) };
  }

  /** Does again what was taken back last, as far as nobody has changed it since. */
  forth(now: (path: string) => SheetValue): Stepped {
    const last = this.lastUndone();
    this.undone.update((all) => all.slice(0, -1));
    if (!last) return { sets: new Map(), say: sheetWords.nothingToRedo };
    const changes = last.changes.filter(({ path, before }) => sameValue(now(path), before));
    if (changes.length === 0) return { sets: new Map(), say: sheetWords.notRedone(last.name) };
    this.steps.update((all) => [...all, { ...last, changes }]);
    this.open = false;
    return { sets: new Map(changes.map(({ path, after }) => [path, after])), say: sheetWords.redone(last.name) };
  }

  clear(): void {
    this.steps.set([]);
    this.undone.set([]);
    this.open = false;
  }
}
