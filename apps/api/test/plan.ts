/** A step of a plan as `explain (analyze, format json)` tells it. */
export interface Plan {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** What the busiest step of a plan has looked at. */
export const rowsRead = (step: Plan): number =>
  Math.max(
    (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'],
    ...(step.Plans ?? []).map(rowsRead),
  );
