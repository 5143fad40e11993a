/** A fact of a call in one line. */
export interface Fact {
  label: string;
  value: string;
  /** The value is an address that can be opened. */
  link: string | null;
}

export interface Column {
  name: string;
  /** Figures: at the right edge. */
  number: boolean;
}

export interface Cell {
  text: string;
  /** A sentence below, smaller. */
  note: string | null;
  link: string | null;
}

/** What a reader sees of a call, without knowing the form: facts, long texts, tables, orders, and things with a title. */
export type Block =
  | { is: 'facts'; facts: Fact[] }
  | { is: 'text'; title: string; paragraphs: string[] }
  | { is: 'table'; title: string; columns: Column[]; rows: { id: string; cells: Cell[] }[]; sum: string | null }
  | { is: 'order'; title: string; entries: string[] }
  | { is: 'entry'; title: string; blocks: Block[] };

export interface ReadSection {
  /** Name of the section in the form. */
  key: string;
  title: string;
  blocks: Block[];
}
