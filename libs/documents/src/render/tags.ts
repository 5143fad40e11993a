/**
 * Structure of a PDF for screen readers: where a text stands in the tree of H1, P, L, Table … The model's
 * renderer hangs it on every text node; tagged-pdf.ts turns it into marked content.
 */
export interface TagStep {
  type: 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'Caption' | 'TR' | 'TH' | 'TD';
  /** Unique in the document: texts with the same key belong to one element. */
  key: string;
  scope?: 'Column' | 'Row';
  colSpan?: number;
}

/** From the root down to the element that holds the text. */
export type TagPath = readonly TagStep[];

/** Hands out keys; one a document. */
export class Tagger {
  private last = 0;

  step(type: TagStep['type'], more: Omit<TagStep, 'type' | 'key'> = {}): TagStep {
    this.last += 1;
    return { type, key: `${type}${this.last}`, ...more };
  }
}
