import { computed, signal } from '@angular/core';
import type { SheetValue } from '@zit/domain';

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

  take(): Step | null {
    const last = this.last();
    this.steps.update((all) => all.slice(0, -1));
    this.open = false;
    return last;
  }

  clear(): void {
    this.steps.set([]);
    this.open = false;
  }
}
