import { Injectable, signal } from '@angular/core';
import type { HomeLine } from './budget-home';
import type { GridModel } from './grid-model';

/**
 * The sheets that were open in this window, so that a look at another tab of the consortium loses neither the texts
 * that could not be read nor the way back. In memory only: nothing about a budget goes into the browser's storage.
 */
@Injectable({ providedIn: 'root' })
export class SheetMemory {
  readonly sheets = new Map<string, { model: GridModel; known: readonly HomeLine[] }>();
  readonly compact = signal(typeof matchMedia === 'undefined' || !matchMedia('(pointer: coarse)').matches);
}
