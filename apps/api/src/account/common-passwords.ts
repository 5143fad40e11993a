/**
 * Common passwords and words, one below another in one text: searched rarely, it takes a fraction of the memory that
 * a set of 60 000 strings would. Read when the first password is set.
 */
let listed: Promise<string> | null = null;

const read = async (): Promise<string> => {
  const [{ dictionary: common }, { dictionary: polish }] = await Promise.all([
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-pl'),
  ]);
  const words = new Set([
    ...common['passwords-common'],
    ...polish.commonWords.map(folded),
    ...polish.femaleFirstnames.map(folded),
    ...polish.maleFirstnames.map(folded),
    ...polish.femaleLastnames.map(folded),
    ...polish.maleLastnames.map(folded),
  ]);
  return `\n${[...words].join('\n')}\n`;
};

/** Lower case without Polish signs: „Żółw” and „zolw” are guessed alike. */
export const folded = (text: string): string =>
  text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replaceAll(/\p{M}/gu, '');

/** Is it a common password, or a single common word or name? Expects folded text. */
export async function isCommon(text: string): Promise<boolean> {
  listed ??= read();
  return (await listed).includes(`\n${text}\n`);
}
