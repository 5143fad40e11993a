import { Component, computed, input } from '@angular/core';

// Own strokes on a 24-px grid: no icon font, no markup from strings (Trusted Types), 20 lines instead of 300 kB.
const STROKES = {
  home: 'M4 11 12 4l8 7v9h-5.5v-6h-5v6H4Z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M15.5 4.4a3.5 3.5 0 0 1 0 6.2M17.5 14.4c2.4.8 4 2.9 4 5.6',
  building: 'M4 20V9l8-5 8 5v11M2.5 20h19M8 20v-8M12 20v-8M16 20v-8',
  document: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6',
  coins:
    'M12 8.5c4.1 0 7-1.2 7-2.7S16.1 3 12 3 5 4.3 5 5.8s2.9 2.7 7 2.7ZM5 5.8v6c0 1.5 2.9 2.7 7 2.7s7-1.2 7-2.7v-6M5 11.8v6c0 1.5 2.9 2.7 7 2.7s7-1.2 7-2.7v-6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.6v.1',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5Z',
  contrast: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 3v18M15 4v16M18 6.2v11.6',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 20.5c0-4 3.6-6.5 8-6.5s8 2.5 8 6.5',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20.5 20.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5 10 17.5 19.5 7',
  warning: 'M12 4 21.5 20h-19ZM12 10v4.5M12 17.2v.1',
  block: 'M8 3h8l5 5v8l-5 5H8l-5-5V8ZM8.5 8.5l7 7M15.5 8.5l-7 7',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.6v.1',
  right: 'M9.5 5.5 16 12l-6.5 6.5',
  down: 'M5.5 9 12 15.5 18.5 9',
  up: 'M5.5 15 12 8.5 18.5 15',
  back: 'M19 12H5M11 6l-6 6 6 6',
  edit: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19ZM13.5 7l3.5 3.5',
  trash: 'M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5 7.5 20h9l1-13.5M10 10.5v6M14 10.5v6',
  copy: 'M8.5 8.5H20V20H8.5ZM15.5 8.5V4H4v11.5h4.5',
  print: 'M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7Z',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  undo: 'M8 5 4 9l4 4M4 9h10.5a5.5 5.5 0 0 1 0 11H8',
  redo: 'M16 5l4 4-4 4M20 9H9.5a5.5 5.5 0 0 0 0 11H16',
  star: 'M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8Z',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.5-9 6 6 0 0 1 11.4 1.2A4 4 0 0 1 17.5 18.5Z',
  offline: 'M7 18.5a4.5 4.5 0 0 1-.5-9M9.5 6.3a6 6 0 0 1 8.4 4.4 4 4 0 0 1 1.7 7M4 4l16 16',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M12 5.5v.1M12 12v.1M12 18.5v.1',
  swap: 'M7 4 3.5 7.5 7 11M3.5 7.5H18M17 13l3.5 3.5L17 20M20.5 16.5H6',
  key: 'M8 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12.5 12H21v3.5M17.5 12v2.5M8 12v.1',
  shield: 'M12 3l7.5 3v5.5c0 4.5-3 7.8-7.5 9.5-4.5-1.7-7.5-5-7.5-9.5V6Z',
  fill: 'M4.5 4.5h15v4h-15ZM12 11.5v8M8.5 16l3.5 3.5 3.5-3.5',
  table: 'M4 4.5h16v15H4ZM4 9.5h16M4 14.5h16M10 4.5v15',
  notice: 'M4 10v4h3l8 4.5v-13L7 10ZM18 9.5a4 4 0 0 1 0 5M8 14.5 9.5 20',
  place: 'M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
} as const;

export type IconName = keyof typeof STROKES;

/** Decoration beside a word: hidden from screen readers, so a button with an icon alone needs an aria-label. */
@Component({
  selector: 'zit-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="stroke()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      inline-size: 1.375em;
      block-size: 1.375em;
      flex: none;
      vertical-align: -0.3em;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly stroke = computed(() => STROKES[this.name()]);
}
