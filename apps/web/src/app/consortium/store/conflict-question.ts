import { Injectable } from '@angular/core';
import type { ConsortiumResponse, FieldConflict } from '@zit/contracts';
import type { Choices } from './rebase';

/** Asks the person whose value shall stand where two people changed the same field; null: not now. */
@Injectable()
export abstract class ConflictQuestion {
  abstract ask(conflicts: FieldConflict[], of: ConsortiumResponse): Promise<Choices | null>;
}
