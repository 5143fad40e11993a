// @ts-check
// Jest begins with the longest files, as far as it has seen them run; a fresh checkout knows only how long their text
// is, and would end with one worker at the access matrix and the other idle.
import sequencer from '@jest/test-sequencer';

const Sequencer = /** @type {typeof import('@jest/test-sequencer').default} */ (
  /** @type {any} */ (sequencer).default ?? sequencer
);

/** Minutes on a small machine, not seconds; the longest first. */
const LONGEST = [
  ...['access/matrix', 'access/second-wall', 'access/hostile-requests', 'access/first-wall', 'http/bad-input'],
  ...['provider/provider', 'document/document', 'document/large', 'sheet/races'],
];

export default class LongestFirst extends Sequencer {
  /** @type {import('@jest/test-sequencer').default['sort']} */
  async sort(tests) {
    const ordered = await super.sort(tests);
    const place = (/** @type {{ path: string }} */ { path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/${name}.spec.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return [...ordered].sort((a, b) => place(a) - place(b));
  }
}
