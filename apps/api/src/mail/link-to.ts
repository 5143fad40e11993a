import type { Settings } from '../http/settings';

type Origin = Pick<Settings, 'publicOrigin' | 'port'>;

/** Pages that open a token from a mail. */
export type TokenPage = 'zaproszenie' | 'nowe-haslo' | 'potwierdzenie';

/**
 * Address of a page with a token after `#`, which browsers send to nobody. The origin comes from the settings, never
 * from the request: a made-up Host header must not lead people elsewhere.
 */
export const linkTo = (settings: Origin, page: TokenPage, token: string): string =>
  pageAt(settings, `/${page}#${token}`);

/** Address of a page that needs no token: it asks who comes. */
export const pageAt = (settings: Origin, path: `/${string}`): string =>
  `${settings.publicOrigin ?? `http://localhost:${settings.port}`}${path}`;
