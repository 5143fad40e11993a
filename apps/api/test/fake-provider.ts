import { createHash, createHmac, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { clientId: 'portal', clientSecret: 'sekret klienta' };

/** What the provider says in the ID token instead of the truth. */
export interface Lie {
  claims?: Record<string, unknown>;
  /** `none`: no signature at all. `foreign`: a key that is not the provider's. `hs256`: the client's secret as key. */
  signature?: 'none' | 'foreign' | 'hs256';
  /** Other fields of the token endpoint's answer. */
  answer?: (idToken: string) => { status: number; body: string };
}

interface Given {
  subject: string;
  query: URLSearchParams;
  lie: Lie;
}

/**
 * A provider of OpenID Connect for attacks: it checks what an honest one checks (client, redirect address, PKCE, a
 * code once), and lies in its ID tokens as the test wants.
 */
export class FakeProvider {
  /** What the portal sent to the token endpoint. */
  readonly tokenRequests: URLSearchParams[] = [];
  private readonly codes = new Map<string, Given>();
  private readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly server = createServer((request, answer) => void this.answer(request, answer));
  issuer = '';

  async listen(): Promise<this> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  /** The person signed in at the provider and agreed: the address to which it sends them back. */
  agree(authorization: string, subject: string, lie: Lie = {}): URL {
    const { searchParams: query } = new URL(authorization);
    const code = randomBytes(16).toString('base64url');
    this.codes.set(code, { subject, query, lie });
    return this.back(query, { code });
  }

  refuse(authorization: string, error = 'access_denied'): URL {
    return this.back(new URL(authorization).searchParams, { error });
  }

  private back(query: URLSearchParams, more: Record<string, string>): URL {
    const back = new URL(query.get('redirect_uri') ?? '');
    const all = { ...more, state: query.get('state') ?? '', iss: this.issuer };
    for (const [name, value] of Object.entries(all)) back.searchParams.set(name, value);
    return back;
  }

  private async answer(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const json = (status: number, body: unknown) =>
      answer
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') return void json(200, this.description());
    if (request.url === '/jwks') {
      const jwk = this.key.publicKey.export({ format: 'jwk' });
      return void json(200, { keys: [{ ...jwk, kid: 'one', alg: 'RS256', use: 'sig' }] });
    }
    if (request.url !== '/token') return void json(404, {});
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { status, body: said } = this.token(new URLSearchParams(body), request.headers.authorization ?? '');
    json(status, said);
  }

  private token(asked: URLSearchParams, authorization: string): { status: number; body: string } {
    this.tokenRequests.push(asked);
    const refused = { status: 400, body: JSON.stringify({ error: 'invalid_grant' }) };
    const given = this.codes.get(asked.get('code') ?? '');
    this.codes.delete(asked.get('code') ?? '');
    if (!given || asked.get('redirect_uri') !== given.query.get('redirect_uri')) return refused;
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (challenge !== given.query.get('code_challenge')) return refused;
    const secret = [CLIENT.clientId, CLIENT.clientSecret].map((part) =>
      encodeURIComponent(part).replaceAll('%20', '+'),
    );
    if (authorization !== `Basic ${Buffer.from(secret.join(':')).toString('base64')}`) return refused;
    const idToken = this.idToken(given);
    const body = JSON.stringify({ access_token: 'tajny-token', token_type: 'Bearer', id_token: idToken });
    return given.lie.answer?.(idToken) ?? { status: 200, body };
  }

  private idToken({ subject, query, lie }: Given): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: CLIENT.clientId,
      sub: subject,
      nonce: query.get('nonce'),
      iat: now,
      exp: now + 60,
      ...lie.claims,
    };
    const alg = lie.signature === 'none' ? 'none' : lie.signature === 'hs256' ? 'HS256' : 'RS256';
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg, kid: 'one', typ: 'JWT' })}.${part(claims)}`;
    if (alg === 'none') return `${text}.`;
    if (alg === 'HS256') return `${text}.${createHmac('sha256', CLIENT.clientSecret).update(text).digest('base64url')}`;
    const { privateKey } = lie.signature === 'foreign' ? this.foreign : this.key;
    return `${text}.${createSign('sha256').update(text).sign(privateKey, 'base64url')}`;
  }

  private description(): object {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      // What a careless provider allows must not widen what the portal believes.
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      authorization_response_iss_parameter_supported: true,
    };
  }
}
