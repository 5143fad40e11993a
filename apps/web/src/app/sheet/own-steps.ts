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

/** What the person did in this sheet, newest last. In memory only. */
export class OwnSteps {
  private readonly steps = signal<readonly Step[]>([]);
  /** The last step goes on while the same field is typed into. */
  private open = false;

  readonly last = computed(() => this.steps().at(-1) ?? null);

  add(step: Step): void {
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

  /** Takes the last step off: what of it can be taken back, because nobody has changed it since, and what to say. */
  back(now: (path: string) => SheetValue): { changes: StepChange[]; say: string } {
    const last = this.last();
    this.steps.update((all) => all.slice(0, -1));
    this.open = false;
    if (!last) return { changes: [], say: sheetWords.nothingToUndo };
    const changes = last.changes.filter(({ path, after }) => sameValue(now(path), after));
    return { changes, say: changes.length > 0 ? sheetWords.undone(last.name) : sheetWords.notUndone(last.name) };
  }

  clear(): void {
    this.steps.set([]);
    this.open = false;
  }
}
