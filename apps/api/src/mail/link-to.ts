import type { Settings } from '../http/settings';

/** Pages that open a token from a mail. */
export type TokenPage = 'zaproszenie' | 'nowe-haslo' | 'potwierdzenie';

/**
 * Address of a page with a token after `#`, which browsers send to nobody. The origin comes from the settings, never
 * from the request: a made-up Host header must not lead people elsewhere.
 */
export const linkTo = (settings: Pick<Settings, 'publicOrigin' | 'port'>, page: TokenPage, token: string): string =>
  `${settings.publicOrigin ?? `http://localhost:${settings.port}`}/${page}#${token}`;
