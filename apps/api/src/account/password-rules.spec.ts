import { passwordWords } from '@zit/words.pl/account';
import { checkPassword, SHORTEST, type PasswordContext } from './password-rules';

const officer: PasswordContext = {
  name: 'Halina Wzorcowa',
  email: 'halina.wzorcowa@sopot.example.test',
  organisationNames: ['Stowarzyszenie „Kompas”'],
};

describe('rules for a new password', () => {
  it.each([
    'zielona łódka na molo',
    'koń bateria zszywacz',
    'aaaab kot na 7 płotach',
    'żółć-gęślą-jaźń-2',
    'x9$Kq!vT2mLp',
    'Portal do krainy śledzi',
    `${'kropla deszczu '.repeat(20)}i parasol`,
  ])('takes „%s”', async (password) => {
    expect(await checkPassword(password, officer)).toBeNull();
  });

  it.each([
    ['krótkie', passwordWords.tooShort(SHORTEST, 7)],
    // Eleven letters, each of two codes before they are composed.
    ['ż'.normalize('NFD').repeat(11), passwordWords.tooShort(SHORTEST, 11)],
    ['aaaaaaaaaaaaaaaa', passwordWords.monotonous],
    ['abc12abc12abc12', passwordWords.monotonous],
    ['1234567890123', passwordWords.monotonous],
    ['qwertyuiopasdf', passwordWords.monotonous],
    ['sprawiedliwości', passwordWords.common],
    ['1qaz2wsx3edc', passwordWords.common],
    ['!!Baseball2026!!', passwordWords.common],
    ['Małgorzata1987', passwordWords.common],
    ['Sopot-2026-Zit!', passwordWords.atHand],
    ['PortalPowiat12', passwordWords.atHand],
    ['Halina.Wzorcowa7', passwordWords.atHand],
    ['Kompas+Kompas2025', passwordWords.atHand],
    ['stowarzyszenieKOMPAS', passwordWords.atHand],
  ])('refuses „%s” and names the way out', async (password, message) => {
    expect(await checkPassword(password, officer)).toBe(message);
  });
});
