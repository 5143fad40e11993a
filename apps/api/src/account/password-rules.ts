import { passwordWords } from '@zit/words.pl/account';
import { folded, isCommon } from './common-passwords';

/** Characters after NFC; no rule about which ones: length and not being guessable is what counts. */
export const SHORTEST = 12;

/** What a guesser would try first with this person; texts of any kind, words are picked out of them. */
export interface PasswordContext {
  name?: string | null;
  email?: string | null;
  organisationNames?: readonly string[];
}

/** Words that lie at hand for everybody here. */
const PLACE_WORDS = ['portal', 'zit', 'sopot', 'powiat', 'gmina', 'konsorcjum', 'haslo', 'password'];
/** Shorter pieces of names are part of too many other words. */
const SHORTEST_WORD = 4;
/** What has to be left when the words at hand are taken out. */
const LEFT_AT_LEAST = 8;

/** The form in which a password is hashed and compared: one letter, one code, whatever the keyboard composed. */
export const normalPassword = (password: string): string => password.normalize('NFC');

/**
 * What is wrong with a new password, as a sentence that names the way out; null when nothing is.
 * @param password as typed
 */
export async function checkPassword(password: string, context: PasswordContext): Promise<string | null> {
  const characters = [...normalPassword(password)].length;
  if (characters < SHORTEST) return passwordWords.tooShort(SHORTEST, characters);
  const text = folded(normalPassword(password));
  if (isMonotonous(text)) return passwordWords.monotonous;
  const core = text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if ((await isCommon(text)) || (await isCommon(core))) return passwordWords.common;
  if (withoutWords(text, wordsAtHand(context)).length < LEFT_AT_LEAST) return passwordWords.atHand;
  return null;
}

/** One piece over and over („abcabcabc…”), too few different signs, or a run along the alphabet or the keyboard. */
function isMonotonous(text: string): boolean {
  if (new Set(text).size < 5 || /^(.{1,5}?)\1+.{0,4}$/su.test(text)) return true;
  const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
  const steps = [...runs, ...runs.map((run) => [...run].reverse().join(''))];
  const signs = [...text];
  const along = signs.filter((sign, at) => at > 0 && steps.some((run) => run.includes(`${signs[at - 1]}${sign}`)));
  return along.length >= signs.length - 3;
}

const wordsAtHand = ({ name, email, organisationNames = [] }: PasswordContext): string[] =>
  [...PLACE_WORDS, ...[name ?? '', email ?? '', ...organisationNames].flatMap(wordsOf)].sort(
    (a, b) => b.length - a.length,
  );

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD);

/** What is left of the text, counting letters only: years and signs around a name add little. */
const withoutWords = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, ''), text).replaceAll(/[^\p{L}\p{N}]|(19|20)\d\d/gu, '');
