import type { BudgetArea } from '../budget/line';

/** The two service areas of a Local Centre (slides 8 and 9). */
export type ServiceArea = Exclude<BudgetArea, 'CROSS'>;

export interface ServiceInCatalogue {
  code: string;
  area: ServiceArea;
  pl: string;
  /** Why a service added by a call serves the area's goal; null for the programme's own list. */
  justification: string | null;
}

export interface PlannedService {
  code: string;
  memberId: string;
}
