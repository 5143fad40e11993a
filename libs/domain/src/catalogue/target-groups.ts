/** Code of one of the 15 target groups (slide 7). */
export type TargetGroupCode = string;
