import { inject, Injectable, Injector, type Signal } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';

/** Longer than a save on a slow line, shorter than a person's patience with a link. */
const FINISH_WITHIN_MS = 2_000;

/**
 * Pages that hold unsaved work say so here. Nothing warns while everything is saved;
 * closing the window asks only when something would really be lost.
 */
@Injectable({ providedIn: 'root' })
export class UnsavedWork {
  private readonly injector = inject(Injector);
  private readonly holders = new Map<Signal<boolean>, () => Promise<void>>();

  constructor() {
    addEventListener('beforeunload', (event) => {
      if (this.any()) event.preventDefault();
    });
  }

  /**
   * @param finish saves what can be saved now; a page that saves as one types then needs no question.
   * @returns what takes the claim back when the page goes away.
   */
  hold(unsaved: Signal<boolean>, finish: () => Promise<void> = () => Promise.resolve()): () => void {
    this.holders.set(unsaved, finish);
    return () => this.holders.delete(unsaved);
  }

  any(): boolean {
    return [...this.holders.keys()].some((unsaved) => unsaved());
  }

  async mayLeave(): Promise<boolean> {
    if (!this.any()) return true;
    await Promise.race([
      Promise.all([...this.holders].map(([unsaved, finish]) => (unsaved() ? finish() : undefined))),
      new Promise((done) => setTimeout(done, FINISH_WITHIN_MS)),
    ]);
    if (!this.any()) return true;
    const { askToLeave } = await import('../ui/leave-dialog');
    return askToLeave(this.injector);
  }
}

/** On routes of pages that edit: asks before something unsaved would be lost. */
export const mayLeave: CanDeactivateFn<unknown> = () => inject(UnsavedWork).mayLeave();
