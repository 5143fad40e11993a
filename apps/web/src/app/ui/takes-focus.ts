import { afterNextRender, booleanAttribute, Directive, ElementRef, inject, input } from '@angular/core';

/**
 * What appears in place of the button that was pressed takes the keyboard along: its first field, or itself when it
 * has none. With `false` it appears without a stir, as the rest of a page does.
 */
@Directive({ selector: '[zitTakesFocus]' })
export class TakesFocus {
  readonly zitTakesFocus = input(true, { transform: booleanAttribute });

  constructor() {
    const { nativeElement: element } = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => {
      if (!this.zitTakesFocus()) return;
      (element.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea') ?? element).focus();
    });
  }
}
