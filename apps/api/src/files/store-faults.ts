/** The bytes of a file are not in the store, although something says so. */
export class FileMissing extends Error {}
/** There is no room for a file. */
export class StoreFull extends Error {}
/** The store does not answer, or answers what nobody expects. */
export class StoreDown extends Error {}
/** No store is set. */
export class NoStore extends Error {}
/** More bytes came than were to come. */
export class TooManyBytes extends Error {
  constructor(readonly atLeast: number) {
    super(`more than ${atLeast - 1} bytes`);
  }
}
/** Whoever sent them stopped before the end. */
export class CutOff extends Error {}
