import { afterEveryRender, ElementRef, inject } from '@angular/core';

/**
 * What goes away with the keyboard on it leaves it to the nearest thing around it that may have it (`tabindex`), else
 * to the first of these that is there: nobody begins at the top of the page again because a row was removed.
 * Called while a component is made.
 * @param instead selectors inside the component, the best first
 */
export function keepsFocus(...instead: readonly string[]): void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** What the keyboard stood in, the innermost first; null: it is elsewhere. */
  let around: readonly HTMLElement[] | null = null;
  host.addEventListener('focusin', ({ target }) => (around = parentsOf(target as HTMLElement, host)));
  // What is removed while it has the keyboard says that it leaves, too; then it is no longer there.
  host.addEventListener('focusout', ({ target }) =>
    queueMicrotask(() => {
      if ((target as HTMLElement).isConnected && !host.contains(document.activeElement)) around = null;
    }),
  );
  // After whatever the component itself leads the keyboard to.
  afterEveryRender({
    read: () => {
      if (around === null || document.activeElement !== document.body) return;
      const left = around.find((each) => each.isConnected && each.matches('[tabindex]'));
      const others = instead.map((selector) => host.querySelector<HTMLElement>(selector));
      (left ?? others.find((each) => each !== null))?.focus();
    },
  });
}

function parentsOf(target: HTMLElement, host: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = target.parentElement; at && at !== host; at = at.parentElement) found.push(at);
  return found;
}
