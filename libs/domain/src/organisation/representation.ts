import type { LocalDate } from '../calendar/local-date';

/** Who may sign for an organisation: alone, two jointly, all jointly, or by a power of attorney. */
export const REPRESENTATION_MODES = ['SOLE', 'JOINT_2', 'JOINT_ALL', 'PROXY'] as const;
export type RepresentationMode = (typeof REPRESENTATION_MODES)[number];

export interface Representation {
  person: string;
  /** Office held, e.g. „prezes zarządu”. */
  function: string;
  mode: RepresentationMode;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  /** Register entry, resolution or power of attorney that proves it. */
  evidence: string | null;
}
