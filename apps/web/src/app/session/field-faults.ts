import type { FieldTree } from '@angular/forms/signals';
import type { FieldFault } from '../ui/error-summary';
import { problemOf, problemText } from '../ui/problem';

/** Every error of the named fields, in their order; the names are the ids of the fields' elements. */
export const faultsOf = (fields: Record<string, FieldTree<string>>): FieldFault[] =>
  Object.entries(fields).flatMap(([field, tree]) =>
    tree()
      .errors()
      .map((error) => ({ field, message: error.message ?? '' })),
  );

/**
 * What the server refused, field by field; a refusal without fields leads to `fallback`.
 * @param ids the element of each field of the body, where it is not named like the field.
 */
export function refusalsOf(thrown: unknown, fallback: string, ids: Record<string, string> = {}): FieldFault[] {
  const problem = problemOf(thrown);
  const errors = (problem.errors ?? []).map(({ pointer, message }) => {
    const name = pointer.replace(/^\//, '');
    return { field: ids[name] ?? (name || fallback), message };
  });
  return errors.length > 0 ? errors : [{ field: fallback, message: problemText(problem) }];
}
