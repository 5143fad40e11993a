// A real provider of OpenID Connect (oidc-provider) as its own process, with its own test pages for signing in.
// Started by spawn-oidc.ts: node oidc-server.mjs REDIRECT CLIENT SECRET; prints its issuer when it listens.
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

const [redirect, clientId, secret] = process.argv.slice(2);
const server = createServer();
await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
const address = server.address();
const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: String(clientId),
      client_secret: String(secret),
      redirect_uris: [String(redirect)],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: 'ES256',
    },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'one' }] },
  pkce: { required: () => true },
  cookies: { keys: ['cookies of a test'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: 'ktos@example.test' }) }),
});
server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);
