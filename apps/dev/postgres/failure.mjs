// @ts-check
/**
 * A failure that the caller can name. Codes:
 * NO_BINARIES (no package for this machine), NO_SPACE (the disk is full), NO_PASSWORD (cluster without its password
 * file), INIT_FAILED, START_FAILED, NOT_STARTING (another server holds the folder and does not answer), TIMEOUT.
 */
export class PostgresFailure extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'PostgresFailure';
    this.code = code;
  }
}

/**
 * The system's code of an error ('ENOENT'), '' when it has none. Errors may come from another realm (Jest), so it does
 * not ask for their class.
 * @param {unknown} error
 * @returns {string}
 */
export const codeOf = (error) =>
  error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : '';

/**
 * Whether an error or the text of a log says that the disk is full.
 * @param {unknown} error an exception or text
 * @returns {boolean}
 */
export function saysDiskFull(error) {
  return ['ENOSPC', 'NO_SPACE'].includes(codeOf(error)) || /No space left on device|ENOSPC/.test(String(error));
}
