import { callListWords } from '@zit/words.pl/call-page';
import type { Crumb } from '../ui/page-head';

/** Way back to the call: whoever comes by a seat in its commission goes to the commission's page. */
export const callCrumbs = (
  { callId, callTitle }: { callId: string; callTitle: string },
  bySeat: boolean,
): readonly Crumb[] => [
  ...(bySeat ? [] : [{ name: callListWords.title, link: '/nabory' }]),
  { name: callTitle, link: bySeat ? ['/nabory', callId, 'komisja'] : ['/nabory', callId] },
];
