import { API, type Access } from './access';

/** Offers: what consortia answer to calls. What belongs to whom is decided inside, for the members of each. */
export const offerRoutes: readonly Access[] = [
  { method: 'GET', path: `${API}/offers/:id`, act: 'readOffer', who: 'signed-in', answers: 'OfferResponse' },
];
