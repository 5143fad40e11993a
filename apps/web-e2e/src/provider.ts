import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const script = join(__dirname, '..', '..', 'api', 'test', 'oidc-server.mjs');
const client = { clientId: 'portal', clientSecret: 'known to the portal and to the provider' };

export interface Provider {
  /** Its own address, where it asks people who they are. */
  readonly origin: string;
  /** What the portal has to be told about it. */
  readonly settings: NodeJS.ProcessEnv;
  stop(): void;
}

/**
 * A provider of OpenID Connect with its own pages (oidc-provider), in a process of its own: a city's account.
 * @param portal origin of the portal, to which it sends people back
 */
export async function openProvider(portal: string): Promise<Provider> {
  const id = 'miasto';
  const redirect = `${portal}/api/v1/providers/${id}/return`;
  const server = spawn(process.execPath, [script, redirect, client.clientId, client.clientSecret], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said] = (await once(server.stdout, 'data')) as [Buffer];
  const issuer = said.toString().trim();
  return {
    origin: issuer,
    settings: { OIDC_PROVIDERS: JSON.stringify([{ id, name: CITY_ACCOUNT, issuer, ...client }]) },
    stop: () => server.kill(),
  };
}

/** How people read it. */
export const CITY_ACCOUNT = 'Konto miejskie';
