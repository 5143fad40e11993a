import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import type { CallFile } from '@zit/domain';
import { IsId } from './id';

/** A file of a published call, as its edition froze it; whoever asks saves it from `path`. */
export interface PublishedFile extends CallFile {
  /** Absolute path at this portal's address; it holds the SHA-256, so what is found there never changes. */
  path: string;
}

/** POST /api/v1/calls/:id/attachments: announces a file; its bytes follow with PUT …/attachments/:attachment. */
export class AddCallAttachment {
  @IsId() id!: string;
  @IsString() @Length(1, 200) name!: string;
  @IsString() @MaxLength(300) about!: string;
  @IsInt() @Min(1) @Max(25_000_000) size!: number;
  /** A file of the same call that goes when this one's bytes are there; this one takes its place in the order. */
  @IsOptional() @IsId() replaces?: string;
}

/** Answer to an announcement: where the bytes go, if they are still needed. */
export interface AnnouncedCallAttachment {
  id: string;
  /** Null: the bytes are awaited; otherwise it hangs on the call already (a repeated request, or brought back). */
  stored: CallFile | null;
}

/** PATCH /api/v1/calls/:id/attachments/:attachment: what is not said stays. */
export class ChangeCallAttachment {
  @IsOptional() @IsString() @MaxLength(300) about?: string;
  /** Where it stands among the files of the call, from 0; beyond the end: last. */
  @IsOptional() @IsInt() @Min(0) @Max(1_000) place?: number;
}
