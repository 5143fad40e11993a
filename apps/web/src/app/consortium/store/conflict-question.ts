import { inject, Injectable, Injector } from '@angular/core';
import type { ConsortiumResponse, FieldConflict } from '@zit/contracts';
import type { Choices } from './rebase';

/** Asks the person whose value shall stand where two people changed the same field. */
@Injectable({ providedIn: 'root' })
export class ConflictQuestion {
  private readonly injector = inject(Injector);

  /** Null: the person went back to editing, nothing is decided. */
  async ask(conflicts: FieldConflict[], of: ConsortiumResponse): Promise<Choices | null> {
    // Loaded when first needed: most people never meet a conflict.
    const [{ askAboutConflicts }, { conflictRows }] = await Promise.all([
      import('../../ui/conflict-dialog'),
      import('./conflict-rows'),
    ]);
    const choices = await askAboutConflicts(this.injector, conflictRows(conflicts, of));
    return choices ? new Map(Object.entries(choices)) : null;
  }
}
