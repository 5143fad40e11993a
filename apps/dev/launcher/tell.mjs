// @ts-check
import { PostgresFailure, saysDiskFull } from '../postgres/failure.mjs';
import { dataFolder } from './places.mjs';
import { Refusal } from './refusal.mjs';
import { words } from './words.mjs';

/** What each failure of the embedded database says to a person. */
const ofDatabase = /** @type {Record<string, () => string>} */ ({
  NO_BINARIES: () => words.noBinaries,
  NO_SPACE: () => words.diskFull(dataFolder),
  NO_PASSWORD: () => words.noPassword(dataFolder),
  NOT_STARTING: () => words.databaseHeld,
  TIMEOUT: () => words.databaseHeld,
});

/**
 * Says why it does not go on: one sentence, then a program's own words where they help. An error without a name keeps
 * its stack, because it is a fault of ours.
 * @param {unknown} error
 */
export function tell(error) {
  if (error instanceof Refusal) {
    console.error([error.message, error.details].filter((text) => text !== '').join('\n'));
  } else if (error instanceof PostgresFailure) {
    const sentence = ofDatabase[error.code]?.();
    console.error(sentence ?? `${words.stepFailed(words.steps.database)}\n${error.message}`);
  } else if (saysDiskFull(error)) {
    console.error(words.diskFull(dataFolder));
  } else if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EROFS')) {
    console.error(words.noWrite(dataFolder));
  } else {
    console.error(error);
  }
}
