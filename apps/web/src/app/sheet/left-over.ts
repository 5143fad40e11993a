import { nameOf, shownAt } from './read-paths';
import type { Edits } from './edits';
import type { Values } from './place';
import type { SheetShape } from './sheet-words';

/** What was typed and not saved, as text that can be copied away. */
export function leftOver(shape: SheetShape, values: Values, waiting: readonly Edits[], more: Iterable<string>): string {
  const paths = new Set([...waiting.flatMap(({ byPath }) => [...byPath.keys()]), ...more]);
  return [...paths]
    .map((path) => ({
      name: nameOf(shape, values, path),
      text: shownAt(shape, values, path, values.get(path) ?? null),
    }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${name}: ${text}`)
    .join('\n');
}
