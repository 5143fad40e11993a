import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Longer than this nobody waits for a disk that hangs; the answer then says that the file does not have it. */
const PATIENCE_MS = 3_000;

/** Tests put a disk here that fails. */
export type OpenFile = (path: string) => Promise<Pick<FileHandle, 'write' | 'datasync' | 'close'>>;

interface Waiting {
  line: string;
  settle: (kept: boolean) => void;
}

/**
 * A file that only grows, a line for each receipt: written and synced to the disk before the promise ends. Lines that
 * come while the disk is busy go together with the next sync, so that it bounds how long one waits and not how many.
 * Several processes may write to one file: a group of lines is one write at its end.
 */
export class ReceiptFile {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | null = null;
  private file: Awaited<ReturnType<OpenFile>> | null = null;
  /** A write that failed may have left half a line. */
  private torn = false;

  /** @param path null: there is no file, and nothing is kept */
  constructor(
    private readonly path: string | null,
    private readonly openFile: OpenFile = openForAppending,
  ) {}

  /** Whether the line is on the disk. Never fails: what was received was received. */
  keep(line: string): Promise<boolean> {
    if (this.path === null) return Promise.resolve(false);
    const kept = new Promise<boolean>((settle) => this.waiting.push({ line, settle }));
    this.writing ??= this.write().finally(() => (this.writing = null));
    return Promise.race([kept, soon(PATIENCE_MS)]);
  }

  /** Ends once everything is written that was given. */
  async close(): Promise<void> {
    await this.writing;
    await this.file?.close().catch(() => undefined);
    this.file = null;
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      const kept = await this.append(group.map(({ line }) => `${line}\n`).join(''));
      for (const { settle } of group) settle(kept);
    }
  }

  private async append(text: string): Promise<boolean> {
    try {
      this.file ??= await this.openFile(this.path ?? '');
      const bytes = Buffer.from(this.torn ? `\n${text}` : text);
      this.torn = true;
      const { bytesWritten } = await this.file.write(bytes);
      if (bytesWritten !== bytes.length) return false;
      await this.file.datasync();
      this.torn = false;
      return true;
    } catch {
      // Full, gone or read-only: opened anew for the next group. The receipts say what became of this one.
      await this.file?.close().catch(() => undefined);
      this.file = null;
      return false;
    }
  }
}

/** Opens for appending; a file that was just made is in its folder even after a power cut. */
async function openForAppending(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, 0o600);
  const folder = await open(dirname(path), 'r');
  // Windows knows no sync of a folder.
  await folder.sync().catch(() => undefined);
  await folder.close();
  return file;
}

const soon = (time: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), time).unref());
