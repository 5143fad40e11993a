import type { Lines } from './sheet';

/** Acts that can be taken back; a budget is rarely edited this long without a pause. */
const MOST_STEPS = 200;

interface Step {
  lines: Lines;
  /** What led away from these lines, in words for „Cofnięto: …”. */
  act: string;
}

/** The sheet with its past and future. Values are never changed in place, so a step costs one array. */
export interface GridModel {
  lines: Lines;
  past: readonly Step[];
  future: readonly Step[];
}

export const modelOf = (lines: Lines): GridModel => ({ lines, past: [], future: [] });

/** The model after an act; an act that changed nothing leaves no trace. */
export function done(model: GridModel, lines: Lines, act: string): GridModel {
  if (lines === model.lines || (lines.length === model.lines.length && lines.every((l, i) => l === model.lines[i]))) {
    return model;
  }
  return { lines, past: [...model.past, { lines: model.lines, act }].slice(-MOST_STEPS), future: [] };
}

export function undo(model: GridModel): GridModel {
  const step = model.past.at(-1);
  if (!step) return model;
  return {
    lines: step.lines,
    past: model.past.slice(0, -1),
    future: [...model.future, { lines: model.lines, act: step.act }],
  };
}

export function redo(model: GridModel): GridModel {
  const step = model.future.at(-1);
  if (!step) return model;
  return {
    lines: step.lines,
    past: [...model.past, { lines: model.lines, act: step.act }],
    future: model.future.slice(0, -1),
  };
}

/**
 * What came from outside (another person's change, a new identity of a restored line) is applied to the present,
 * the past and the future alike, so that undoing one's own act never undoes somebody else's.
 */
export function rebased(model: GridModel, change: (lines: Lines) => Lines): GridModel {
  const step = ({ lines, act }: Step): Step => ({ lines: change(lines), act });
  return { lines: change(model.lines), past: model.past.map(step), future: model.future.map(step) };
}
