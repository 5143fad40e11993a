import type { FormalOffer } from '@zit/contracts';
import { formalRoomWords as words } from '@zit/words.pl/formal-room';
import { offerFormWords } from '@zit/words.pl/offer-form';
import type { Tone } from '../ui/status-chip';

export interface Chip {
  tone: Tone;
  text: string;
}

const TONES = { OPEN: 'attention', PASSED: 'settled', TO_CURE: 'attention', REJECTED: 'blocked' } as const;

/** What one sees of an offer at once: what was decided, else what is missing for it. */
export function chipsOf({ state, asked, faults, lateMs, admitted, dueOn }: FormalOffer): Chip[] {
  const late: Chip[] = lateMs > 0 ? [{ tone: 'attention', text: words.late }] : [];
  if (admitted) late.push({ tone: 'settled', text: words.admitted });
  const text = words.state[state];
  if (state !== 'OPEN') {
    const due = state === 'TO_CURE' && dueOn !== null ? ` ${words.dueShort(dueOn)}` : '';
    return [...late, { tone: TONES[state], text: text + due }];
  }
  return [
    ...late,
    ...(faults > 0 ? [{ tone: 'blocked', text: words.faults(faults) } as const] : []),
    asked > 0 ? { tone: 'quiet', text: words.asked(asked) } : { tone: 'attention', text },
  ];
}

/** Titles of the parts of an offer to which these fields belong, each once. */
export const partTitles = (fields: readonly string[]): string[] => [
  ...new Set(fields.map((field) => partTitle(field.split('.')[0] ?? ''))),
];

/** Sections of an offer, then its attachments: what a correction may be about. */
export const PARTS: readonly { name: string; title: string }[] = [
  ...Object.entries(offerFormWords.sections).map(([name, { title }]) => ({ name, title })),
  { name: 'attachments', title: words.attachments },
];
const partTitle = (part: string): string => PARTS.find(({ name }) => name === part)?.title ?? part;
