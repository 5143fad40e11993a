import { canonicalJson } from '../document/canonical-json';
import type { CallContents } from './check/rule';

/**
 * The criteria as a resolution adopts them (`resolution.adopted`): canonical JSON of code, name, weight and kind, in
 * order. Guidance may still be put better afterwards.
 */
export const criteriaText = (call: CallContents): string =>
  canonicalJson(call.criteria.list.map(({ code, name, weight, kind }) => ({ code, name, weight, kind })));
