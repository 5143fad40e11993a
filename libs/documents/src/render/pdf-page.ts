/** Anything that pdfmake takes; its own union of node types does not know our `tag`. */
export type PdfNode = Record<string, unknown>;

const MILLIMETRE = 72 / 25.4;

/** A4 with margins of 25 mm, in points. */
export const MARGIN = 25 * MILLIMETRE;
export const CONTENT_WIDTH = 210 * MILLIMETRE - 2 * MARGIN;

/** Type sizes in points. */
export const SIZE = {
  title: 16,
  subtitle: 11.5,
  heading: 11.5,
  body: 10.5,
  table: 8.8,
  small: 8.8,
  footer: 7.6,
} as const;
