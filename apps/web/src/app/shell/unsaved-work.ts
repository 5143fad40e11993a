import { inject, Injectable, Injector, type Signal } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';

/**
 * Pages that hold unsaved work say so here. Nothing warns while everything is saved;
 * closing the window asks only when something would really be lost.
 */
@Injectable({ providedIn: 'root' })
export class UnsavedWork {
  private readonly injector = inject(Injector);
  private readonly holders = new Set<Signal<boolean>>();

  constructor() {
    addEventListener('beforeunload', (event) => {
      if (this.any()) event.preventDefault();
    });
  }

  /** @returns what takes the claim back when the page goes away. */
  hold(unsaved: Signal<boolean>): () => void {
    this.holders.add(unsaved);
    return () => this.holders.delete(unsaved);
  }

  any(): boolean {
    return [...this.holders].some((unsaved) => unsaved());
  }

  async mayLeave(): Promise<boolean> {
    if (!this.any()) return true;
    const { askToLeave } = await import('../ui/leave-dialog');
    return askToLeave(this.injector);
  }
}

/** On routes of pages that edit: asks before something unsaved would be lost. */
export const mayLeave: CanDeactivateFn<unknown> = () => inject(UnsavedWork).mayLeave();
