import { ATTACHMENT_FORMATS, type AttachmentFormat } from '@zit/domain/attachment/attachment';
import { attachmentWords } from '@zit/words.pl/attachments';

/** „PDF, 1,4 MB” */
export const kindAndSize = ({ mediaType, size }: { mediaType: string; size: number }): string =>
  `${kindOf(mediaType)}, ${attachmentWords.sizeOf(size)}`;

/** What people call a file of this kind. */
export function kindOf(mediaType: string): string {
  const formats = Object.entries(ATTACHMENT_FORMATS) as [AttachmentFormat, { mediaType: string }][];
  const format = formats.find(([, each]) => each.mediaType === mediaType)?.[0];
  return format ? attachmentWords.format[format] : mediaType;
}
