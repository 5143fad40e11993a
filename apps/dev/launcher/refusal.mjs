// @ts-check
/** A reason not to go on that is told to the person in one sentence, without a stack. */
export class Refusal extends Error {
  /**
   * @param {string} sentence
   * @param {string} [details] a program's own words, printed under the sentence
   */
  constructor(sentence, details = '') {
    super(sentence);
    this.name = 'Refusal';
    this.details = details;
  }
}
