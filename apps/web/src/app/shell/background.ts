import { asksWho, BACKGROUND } from '../session/session-store';

/**
 * For requests that the page makes by itself: they are no sign of life of the person, so they do not prolong the
 * session, and an ended session is not asked about because of them.
 */
export const inBackground = () => ({ ...asksWho(), headers: BACKGROUND });
