import { attachmentWords as words } from '@zit/words.pl/attachments';
import type { AttachmentFormat } from '@zit/domain';

/** Why the bytes of a file are not taken, as a sentence with the way out. */
export class ContentRefusal extends Error {}

export const broken = (format: AttachmentFormat): ContentRefusal => new ContentRefusal(words.content.broken(format));
export const cut = (format: AttachmentFormat): ContentRefusal => new ContentRefusal(words.content.cut(format));
export const glued = (format: AttachmentFormat): ContentRefusal => new ContentRefusal(words.content.glued(format));
