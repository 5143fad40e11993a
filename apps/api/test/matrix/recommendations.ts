import { randomUUID } from 'node:crypto';
import type { TestPortal } from '../portal';
import type { OfferThing } from './offers';
import type { Thing } from './world';

const SHOWN = {
  ...{ title: 'Oferta', consortium: 'Konsorcjum', callNumber: 'LC/2264/2015/01', callTitle: 'Nabór' },
  ...{ members: [], summary: 'Opis oferty.' },
};

/** Of an offer in Sopot a request that waits: asking and resolving have specs of their own. */
export async function makeRecommendations({ dataSource }: TestPortal, offers: readonly OfferThing[]): Promise<Thing[]> {
  const asked = offers.filter(({ state }) => state === 'SUBMITTED');
  return Promise.all(
    asked.map(async (offer) => {
      const id = randomUUID();
      await dataSource.query(
        `insert into recommendation (id, offer_id, county, shown, asked_by)
         select $1, id, '2264', $3, created_by from offer where id = $2`,
        [id, offer.id, JSON.stringify(SHOWN)],
      );
      return {
        name: `request of ${offer.name}`,
        id,
        version: 1,
        standing: { ...offer.standing, teryt: '2264' },
        state: 'ASKED',
      };
    }),
  );
}
