import type { FastifyReply } from 'fastify';
import type { FileStore } from '../files/file-store';
import { fileProblem } from './attachment-problems';
import { savedAs, type ServedFile } from './served-file';

/** A file is data: whatever it is, nothing of it runs or loads anything, even when somebody opens it by its address. */
const NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Answers with the bytes of a file, to be saved. @throws 404, 503 */
export async function sendFile(
  reply: FastifyReply,
  store: FileStore,
  file: ServedFile,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const bytes = await store.get(file.sha256).catch((error: unknown) => {
    throw fileProblem(error);
  });
  void reply
    .headers({
      ...more,
      'Content-Disposition': savedAs(file.name),
      'Content-Length': file.size,
      'Content-Security-Policy': NOTHING_RUNS,
      'X-Content-Type-Options': 'nosniff',
    })
    .type(file.mediaType)
    .send(bytes);
}
