import { attachmentWords as words } from '@zit/words.pl/attachments';
import { busy, tooMany } from '../http/problem-error';
import { alreadySending } from './attachment-problems';

/** One person sends a few at once, all people as many as one process writes to disk without harm to the others. */
const MOST_OF_ONE = 4;
const MOST = 32;
/** Seconds until another try makes sense. */
const SOON = 10;

/** What is being received in this process, so that nobody fills it with half-sent files. */
export class Uploads {
  private readonly running = new Map<string, string>();

  /** @returns to be called when it is over @throws 409 the same file is on its way, 429, 503 */
  begin(id: string, personId: string): () => void {
    if (this.running.has(id)) throw alreadySending();
    const own = [...this.running.values()].filter((person) => person === personId).length;
    if (own >= MOST_OF_ONE) throw tooMany(words.manyAtOnce, SOON);
    if (this.running.size >= MOST) throw busy(SOON);
    this.running.set(id, personId);
    return () => void this.running.delete(id);
  }
}
