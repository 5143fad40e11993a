import { panelWords } from '@zit/words.pl/consortium';
import { problemText } from '../../ui/problem';
import type { Saved } from '../../ui/saved-state';
import type { QueueState } from './save-queue';

/** What the queue is doing, in the words of the saved state. */
export function savedOf(queue: QueueState, at: Date | null, waiting: number): Saved {
  switch (queue.is) {
    case 'idle':
      return { state: 'saved', at };
    case 'typing':
    case 'asking':
      return { state: 'unsaved', changes: waiting };
    case 'saving':
      return { state: 'saving' };
    case 'unreachable':
      return queue.problem.status === 0
        ? { state: 'offline', waiting }
        : { state: 'failed', text: problemText(queue.problem) };
    case 'refused':
      return { state: 'failed', text: panelWords.refused(problemText(queue.problem)) };
  }
}
