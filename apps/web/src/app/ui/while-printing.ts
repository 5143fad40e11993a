import { ApplicationRef, DestroyRef, inject, signal, type Signal } from '@angular/core';

/**
 * True from just before the page is printed until afterwards; what depends on it is in the page before the paper is
 * made. Called where something is made.
 */
export function whilePrinting(): Signal<boolean> {
  const app = inject(ApplicationRef);
  const printing = signal(false);
  const turn = (on: boolean) => (): void => {
    printing.set(on);
    app.tick();
  };
  const [before, after] = [turn(true), turn(false)];
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  inject(DestroyRef).onDestroy(() => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  });
  return printing.asReadonly();
}
