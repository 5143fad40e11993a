import { catalogueWords } from '../words.pl/catalogue';

/** Code of one of the 15 target groups (slide 7). */
export type TargetGroupCode = string;

export interface TargetGroup {
  /** Number on the slide, 1–15. */
  no: number;
  code: TargetGroupCode;
  pl: string;
}

/** The 15 target groups in the order of slide 7, word for word. */
export const TARGET_GROUPS: readonly TargetGroup[] = Object.entries(catalogueWords.targetGroup).map(
  ([code, pl], index) => ({ no: index + 1, code, pl }),
);
