import { Component, input, resource } from '@angular/core';

/** Modules of quiet around the code, which readers need. */
const QUIET = 2;

/** Runs of dark modules, row by row, as one path: no markup from strings. */
export const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.map((dark, x) => (dark && !row[x - 1] ? `M${x} ${y}h${runFrom(row, x)}v1h-${runFrom(row, x)}z` : '')),
    )
    .join('');

const runFrom = (row: readonly boolean[], x: number): number => {
  const end = row.indexOf(false, x);
  return (end === -1 ? row.length : end) - x;
};

/** A text for a camera. It never leaves the browser; whoever has no camera gets the text itself beside it. */
@Component({
  selector: 'zit-qr-code',
  template: `
    @if (drawing.hasValue()) {
      <svg
        role="img"
        [attr.aria-label]="label()"
        [attr.viewBox]="'0 0 ' + drawing.value().size + ' ' + drawing.value().size"
      >
        <path [attr.d]="drawing.value().path" />
      </svg>
    }
  `,
  styleUrl: './enrolment.scss',
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  protected readonly drawing = resource({
    params: () => this.text(),
    loader: async ({ params }) => {
      const { encodeQR } = await import('qr');
      const rows = encodeQR(params, 'raw', { border: QUIET });
      return { size: rows.length, path: pathOf(rows) };
    },
  });
}
