/** An OpenID Connect provider, as it was registered there: its redirect address is `…/api/v1/providers/ID/return`. */
export interface ProviderSettings {
  /** Stands in addresses: small letters, digits and hyphens. */
  id: string;
  /** What people read: „Zaloguj się przez …”. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

const KEYS = ['id', 'name', 'issuer', 'clientId', 'clientSecret'] as const;
const LONGEST = 300;

/**
 * Providers from `OIDC_PROVIDERS`, a JSON list; it holds secrets, so it comes best from a file. Faults are added to
 * the list and say which entry, never a secret.
 */
export function readProviders(given: string | null, faults: string[]): ProviderSettings[] {
  if (given === null) return [];
  const list = parsed(given);
  if (!Array.isArray(list)) {
    faults.push('OIDC_PROVIDERS must be a JSON list');
    return [];
  }
  const providers = list.flatMap((entry: unknown, index) => readProvider(entry, `OIDC_PROVIDERS[${index}]`, faults));
  for (const unique of ['id', 'issuer'] as const)
    if (new Set(providers.map((provider) => provider[unique])).size < providers.length)
      faults.push(`OIDC_PROVIDERS must name each ${unique} once`);
  return providers;
}

function readProvider(entry: unknown, place: string, faults: string[]): ProviderSettings[] {
  const fields = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
  const read = (key: (typeof KEYS)[number]): string => {
    const value = fields[key];
    if (typeof value === 'string' && value !== '' && value.length <= LONGEST) return value;
    faults.push(`${place}.${key} must be a text of 1 to ${LONGEST} characters`);
    return '';
  };
  const unknown = Object.keys(fields).filter((key) => !KEYS.some((known) => known === key));
  if (unknown.length > 0) faults.push(`${place} has unknown fields: ${unknown.join(', ')}`);
  const provider: ProviderSettings = {
    id: read('id'),
    name: read('name'),
    issuer: read('issuer'),
    clientId: read('clientId'),
    clientSecret: read('clientSecret'),
  };
  if (provider.id && !/^[a-z0-9-]{1,40}$/.test(provider.id))
    faults.push(`${place}.id must be 1 to 40 small letters, digits or hyphens`);
  if (provider.issuer && !isSafeIssuer(provider.issuer)) faults.push(`${place}.issuer must be an https:// address`);
  return [provider];
}

/** Plain http only to the same machine, for tests and trials. */
function isSafeIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, search, hash } = new URL(issuer);
  return search === '' && hash === '' && (protocol === 'https:' || (protocol === 'http:' && isHere(hostname)));
}

const isHere = (hostname: string): boolean => hostname === 'localhost' || hostname === '127.0.0.1';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
