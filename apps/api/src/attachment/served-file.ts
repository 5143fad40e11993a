import { nameKey } from '@zit/domain';

/** A file as it goes out. */
export interface ServedFile {
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

/** Signs that RFC 5987 does not allow, though `encodeURIComponent` leaves them. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** To be saved, never shown: a plain name for every browser, and the whole one for those that read it (RFC 6266). */
export function savedAs(name: string): string {
  const dot = name.lastIndexOf('.');
  const plain = nameKey(name.slice(0, dot)).replace(/[^a-z0-9]+/g, '-') || 'plik';
  return `attachment; filename="${plain}${name.slice(dot).toLowerCase()}"; filename*=UTF-8''${encoded(name)}`;
}
