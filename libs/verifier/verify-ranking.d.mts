/** One line of a ranking, as the file has it. */
export interface VerifiedRow {
  offer: string;
  score: string | null;
  shown: string | null;
  place: number | null;
  status: string;
  decidedBy: string | null;
}

export interface Verified {
  /** The ranking comes out of the cards and rules of the file, and nothing in it was changed. */
  ok: boolean;
  /** Whether it is a file of a result at all. */
  readable: boolean;
  /** What differs, a sentence each, in Polish. */
  faults: string[];
  ranking: VerifiedRow[];
}

/** Works a published ranking (`zit-result/1`) out again. `key`: base64 of the SPKI by which it has to be signed. */
export function verify(text: string, key?: string | null): Promise<Verified>;

/** What the command line prints about it. */
export function report(verified: Verified): string;
