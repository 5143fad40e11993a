import { afterNextRender, Directive, ElementRef, inject, Injector, input, signal } from '@angular/core';

/**
 * What stands beside the work, and on a narrow screen lies over it. There the keyboard goes into it when it opens;
 * going on from its end, or Escape, closes it.
 */
@Directive({
  selector: '[zitOverPanel]',
  exportAs: 'zitOverPanel',
  host: {
    '[class.open]': 'open()',
    '(focusout)': 'leave($event)',
    '(document:keydown.escape)': 'close()',
  },
})
export class OverPanel {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly shown = signal(false);
  readonly open = this.shown.asReadonly();
  /** Where the keyboard comes from, and goes back to. */
  bar: HTMLElement | null = null;

  toggle(): void {
    if (this.shown()) return this.close();
    this.shown.set(true);
    const first = (): void => this.host.querySelector('button')?.focus();
    afterNextRender(first, { injector: this.injector });
  }

  /** Gives the keyboard back to the bar. */
  close(): void {
    if (!this.shown()) return;
    this.shown.set(false);
    this.bar?.focus();
  }

  /** Leaves the keyboard where it is, or is led to. */
  fold(): void {
    this.shown.set(false);
  }

  protected leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.host.contains(relatedTarget)) this.fold();
  }
}

/** The button at the foot of a narrow screen that opens the panel and closes it. */
@Directive({
  selector: 'button[zitOverPanelBar]',
  host: {
    '[attr.aria-expanded]': 'zitOverPanelBar().open()',
    // Pressed by a finger it would take the keyboard out of the panel, and so open again what that closed.
    '(mousedown)': '$event.preventDefault()',
    '(click)': 'press()',
  },
})
export class OverPanelBar {
  readonly zitOverPanelBar = input.required<OverPanel>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected press(): void {
    this.zitOverPanelBar().bar = this.host;
    this.zitOverPanelBar().toggle();
  }
}
