import { inWarsaw, type Instant } from '@zit/domain';
import type { EntityManager } from 'typeorm';

/**
 * The next number of the county in the year of publication by the Polish calendar, e.g. `LC/2264/2015/01`. The
 * counter's row stays locked to the end of the transaction, so that a rollback leaves no gap.
 */
export async function nextNumber(manager: EntityManager, teryt: string, publishedAt: Instant): Promise<string> {
  const county = teryt.slice(0, 4);
  const year = inWarsaw(publishedAt).date.slice(0, 4);
  const [{ last }] = await manager.query<[{ last: number }]>(
    `insert into call_number as n (county, year, last) values ($1, $2, 1)
     on conflict (county, year) do update set last = n.last + 1 returning last`,
    [county, year],
  );
  return `LC/${county}/${year}/${String(last).padStart(2, '0')}`;
}

/** The number as it stands in the address of the public page: `lc-2264-2015-01`. */
export const slugOf = (number: string): string => number.toLowerCase().replaceAll('/', '-');
