import type { County, Municipality } from '@zit/domain';
import teryt from './data/teryt-pomorskie.json';

/** Counties and municipalities of the metropolitan area, state of 2024-01-01. */
export const territory = teryt as unknown as { counties: County[]; municipalities: Municipality[] };
