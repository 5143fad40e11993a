import { afterNextRender, effect, inject, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, Scroll } from '@angular/router';
import { filter } from 'rxjs';

/**
 * Going to another part of a page leads the keyboard to its title, from where Tab goes on: the list of the parts may
 * have folded itself away. On arrival nothing moves. Call it where something is injected.
 * @param title id of the element with the title
 * @param part which part is open; read as a signal
 */
export function leadsToTitle(title: string, part: () => unknown): void {
  const [injector, router] = [inject(Injector), inject(Router)];
  const focus = (): void => document.getElementById(title)?.focus();
  let arrived = false;
  effect(() => {
    part();
    if (arrived) afterNextRender(focus, { injector });
    arrived = true;
  });
  // The router goes to the top of the page; where the keyboard was led to stays in sight.
  router.events
    .pipe(
      filter((event) => event instanceof Scroll),
      takeUntilDestroyed(),
    )
    .subscribe(() => queueMicrotask(keepInSight));
}

function keepInSight(): void {
  const at = document.activeElement;
  if (at?.closest('.desk')) at.scrollIntoView({ block: 'nearest' });
}
