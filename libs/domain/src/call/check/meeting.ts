import { callCheckWords } from '../../words.pl/call-check';
import { type CallCheck, findings, warns } from './rule';

const words = callCheckWords.meeting;

/** C-MEETING (slide 13): somebody met and wrote down what was agreed; nothing but advice. */
export const meeting: CallCheck = (call) => {
  const minuted = call.meetings.list.filter(({ minutes }) => minutes !== null);
  const none = { at: 'meetings', text: words.none, fix: words.fix };
  const faults = minuted.length === 0 ? [warns('C-MEETING', none)] : [];
  return findings('C-MEETING', 'meetings', faults, () => words.pass(minuted.length));
};
