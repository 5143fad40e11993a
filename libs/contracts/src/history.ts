/** GET /api/v1/consortia/:id/history, newest first. */
export interface HistoryItem {
  seq: number;
  at: string;
  who: string;
  /** Sentence in Polish: „dodano członka: Fundacja …”. */
  text: string;
}

export interface HistoryPage {
  items: HistoryItem[];
  next: string | null;
}
