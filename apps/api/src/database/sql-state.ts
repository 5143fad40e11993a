/** What PostgreSQL says about a failed statement. */
export interface DatabaseFault {
  code: string;
  constraint: string | null;
  column: string | null;
}

/** SQLSTATE of an error of pg or TypeORM (which wraps it); null for any other error. */
export const sqlStateOf = (error: unknown): string | null => databaseFault(error)?.code ?? null;

export function databaseFault(error: unknown): DatabaseFault | null {
  const own = asRecord(error);
  const fault = asRecord(own?.['driverError']) ?? own;
  const code = fault?.['code'];
  if (!fault || typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || !('severity' in fault)) return null;
  return { code, constraint: textOf(fault['constraint']), column: textOf(fault['column']) };
}

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
