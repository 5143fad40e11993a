import { ATTACHMENT_LIMITS, type AnnounceFault } from '@zit/domain';
import { attachmentWords as words } from '@zit/words.pl/attachments';
import { ContentRefusal } from '../files/content/content-refusal';
import { CutOff, FileMissing, NoStore, StoreDown, StoreFull, TooManyBytes } from '../files/store-faults';
import { notFound, ProblemError, validation } from '../http/problem-error';

const refuse = (status: 409 | 413 | 422, detail: string): ProblemError =>
  new ProblemError({
    status,
    code: status === 413 ? 'TOO_LARGE' : status === 409 ? 'DUPLICATE' : 'FILE_REFUSED',
    detail,
  });

/** What can be told before the bytes: sizes are 413, a name or a number of files 422. */
export function announceProblem(fault: AnnounceFault): ProblemError {
  if (fault === 'NAME') return validation([{ pointer: '/name', message: words.announce.NAME }]);
  return refuse(fault === 'LARGE' || fault === 'TOGETHER' ? 413 : 422, words.announce[fault]);
}

export const idTaken = (): ProblemError => refuse(409, words.idTaken);
export const otherBytes = (): ProblemError => refuse(409, words.otherBytes);
export const alreadySending = (): ProblemError => refuse(409, words.sending);
export const noSuchMember = (): ProblemError => validation([{ pointer: '/member', message: words.noSuchMember }]);

/** Bytes that are not as many as were announced. */
export const otherSize = (announced: number, arrived: number): ProblemError =>
  refuse(arrived > ATTACHMENT_LIMITS.fileBytes ? 413 : 422, words.otherSize(announced, arrived));

/** What went wrong with a file, as a sentence; what nobody foresaw stays as it is. */
export function fileProblem(error: unknown, announced = 0): unknown {
  if (error instanceof ContentRefusal) return refuse(422, error.message);
  if (error instanceof TooManyBytes) return otherSize(announced, error.atLeast);
  if (error instanceof CutOff) return new ProblemError({ status: 400, code: 'MALFORMED', detail: words.cutOff });
  if (error instanceof StoreFull) return new ProblemError({ status: 507, code: 'NO_SPACE', detail: words.noSpace });
  if (error instanceof NoStore) return new ProblemError({ status: 507, code: 'NO_SPACE', detail: words.noPlace });
  if (error instanceof StoreDown)
    return new ProblemError({ status: 503, code: 'BUSY', detail: words.storeDown }, { 'Retry-After': '5' });
  return error instanceof FileMissing ? notFound(words.lost) : error;
}
