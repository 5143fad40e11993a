import { serverCommandWords } from '@zit/words.pl/server-commands';
import { sqlStateOf } from './sql-state';

const words = serverCommandWords.database;

const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET'];
/** invalid_authorization_specification, invalid_password */
const REFUSED = ['28000', '28P01'];
/** invalid_catalog_name */
const MISSING = '3D000';

/** One sentence about a database that cannot be reached, without user or password; null: another fault. */
export function connectionFault(error: unknown, url: string): string | null {
  const code = sqlStateOf(error) ?? systemCodeOf(error);
  const place = placeOf(url);
  if (UNREACHABLE.includes(code)) return words.unreachable(place);
  if (REFUSED.includes(code)) return words.refused(place);
  return code === MISSING ? words.missing(place) : null;
}

const placeOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '?');

/** Code of the operating system, e.g. `ECONNREFUSED`; several addresses of one name fail together, in `errors`. */
function systemCodeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'errors' in error && Array.isArray(error.errors) ? systemCodeOf(error.errors[0]) : '';
}
