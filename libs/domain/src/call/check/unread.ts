import { nameOfPath } from '../../sheet/names';
import { callCheckWords } from '../../words.pl/call-check';
import { CALL_FORM } from '../call-form';
import { type CallCheck, fails, findings } from './rule';

const words = callCheckWords.unread;

/** C-READ: what was typed and cannot be read, each by its name; it is kept, and nobody guesses what was meant. */
export const unread: CallCheck = (call, about) => {
  const faults = about.unread.map((path) =>
    fails('C-READ', { at: path, text: words.fail(nameOfPath(CALL_FORM, call, path)), fix: words.fix }),
  );
  return findings('C-READ', 'basics', faults, () => words.pass);
};
