import { Inject, Injectable, Logger } from '@nestjs/common';
import { providerWords } from '@zit/words.pl/provider';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Door } from '../database/door';
import { presentSession } from '../factor/present-session';
import { ownOrigin } from '../http/own-origin';
import { ProblemError } from '../http/problem-error';
import type { ProviderSettings } from '../http/provider-settings';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { refuse, spendIn } from '../session/limit';
import { levelAfterPassword, personStanding } from '../session/person-standing';
import { SessionService } from '../session/session.service';
import { newToken } from '../session/token';
import { keepFlow, takeFlow, type Flow } from './flow';
import { FlowCookie } from './flow-cookie';
import { IdentityService } from './identity.service';
import { ProviderClients } from './provider-clients';

/** Short codes in the address with which people come back; the web has the sentences. */
export type ReturnFault = 'NOT_LINKED' | 'LINKED_ELSEWHERE' | 'CANCELLED' | 'FAILED';

/** Begun sign-ins from one address in a quarter of an hour; a whole office may sit behind it. */
const PER_ADDRESS = 100;

/**
 * Signing in by another provider: authorization code with PKCE, state and nonce, all of it between the servers. The
 * browser carries a code that is worth nothing without our secret, the verifier and its own cookie.
 */
@Injectable()
export class ProviderService {
  private readonly log = new Logger('provider');
  private readonly cookie: FlowCookie;

  constructor(
    private readonly door: Door,
    private readonly clients: ProviderClients,
    private readonly identities: IdentityService,
    private readonly sessions: SessionService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.cookie = new FlowCookie(settings);
  }

  /**
   * Where the provider asks the person; `linking` is who links an identity to their account.
   * @throws ProblemError 404 unknown provider, 429, 503 when the provider does not answer
   */
  async start(id: string, linking: SignedIn | null, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const provider = this.clients.named(id);
    const redirect = this.returnAddress(provider, request);
    const codeVerifier = randomPKCECodeVerifier();
    const state = randomState();
    const nonce = randomNonce();
    const browser = newToken();
    const url = await this.authorizationUrl(provider, {
      redirect_uri: redirect.href,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      // Whoever sat here before may still be signed in there: their account must not be linked to this one.
      ...(linking ? { prompt: 'login' } : {}),
    });
    const flow: Flow = { provider: provider.id, nonce, codeVerifier, personId: linking?.personId ?? null };
    await this.door.gateFor('nobody', async (manager) => {
      const spent = await spendIn(manager, [{ key: `provider:${request.ip}`, most: PER_ADDRESS }]);
      if (!spent) refuse(providerWords.tooMany);
      await keepFlow(manager, state, browser, flow);
    });
    this.cookie.set(reply, browser);
    return url.href;
  }

  /** The way on inside the portal, with a short code when it did not work. Every flow is taken once. */
  async finish(id: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const provider = this.clients.named(id);
    const answered = this.returnAddress(provider, request);
    answered.search = new URL(request.url, answered).search;
    const state = answered.searchParams.get('state') ?? '';
    const browser = this.cookie.tokenOf(request);
    this.cookie.clear(reply);
    const flow = browser ? await this.door.gateFor('nobody', (manager) => takeFlow(manager, state, browser)) : null;
    // Another provider's answer to a flow that was begun here is a mix-up, whoever mixed it up.
    if (!flow || flow.provider !== provider.id) return to('/logowanie', 'FAILED');
    const subject = await this.subject(provider, answered, state, flow);
    if (typeof subject !== 'string') return to(flow.personId === null ? '/logowanie' : '/konto', subject.fault);
    return flow.personId === null
      ? this.signIn(provider, subject, request, reply)
      : this.link(provider, subject, flow.personId, request);
  }

  /** Their own second factor stays due: what the provider asked for is not ours to judge. */
  private async signIn(
    provider: ProviderSettings,
    subject: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    const identity = { issuer: provider.issuer, subject };
    const known = await this.door.gateFor({ identity }, async (manager) => {
      const personId = await this.identities.ownerOf(manager, provider.issuer, subject);
      return personId && { personId, level: levelAfterPassword(await personStanding(manager, personId)) };
    });
    if (!known) return to('/logowanie', 'NOT_LINKED');
    await this.sessions.beginFor(known.personId, known.level, request, reply);
    return known.level === 'PASSWORD' ? '/logowanie' : '/';
  }

  /** Only in a session of the person who began it. */
  private async link(
    provider: ProviderSettings,
    subject: string,
    personId: string,
    request: FastifyRequest,
  ): Promise<string> {
    const who = await presentSession(this.sessions, request);
    if (who?.personId !== personId || who.level !== 'FULL') return to('/konto', 'FAILED');
    return to('/konto', (await this.identities.link(who, provider, subject)) ? null : 'LINKED_ELSEWHERE');
  }

  /** Trades the code for an ID token and believes it only after every check; the tokens end here. */
  private async subject(
    provider: ProviderSettings,
    answered: URL,
    expectedState: string,
    flow: Flow,
  ): Promise<string | { fault: ReturnFault }> {
    try {
      const tokens = await authorizationCodeGrant(await this.clients.client(provider), answered, {
        expectedState,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.codeVerifier,
        idTokenExpected: true,
      });
      return tokens.claims()?.sub ?? { fault: 'FAILED' };
    } catch (error) {
      // The library tells each refusal by its own class, and the network by others: here all mean „not proved”.
      if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return { fault: 'CANCELLED' };
      this.log.warn(`${provider.id}: ${nameOf(error)}`);
      return { fault: 'FAILED' };
    }
  }

  private async authorizationUrl(provider: ProviderSettings, parameters: Record<string, string>): Promise<URL> {
    try {
      return buildAuthorizationUrl(await this.clients.client(provider), parameters);
    } catch (error) {
      this.log.warn(`${provider.id}: ${nameOf(error)}`);
      throw new ProblemError({ status: 503, code: 'BUSY', detail: providerWords.unreachable }, { 'Retry-After': '30' });
    }
  }

  /** Exactly the address that was registered with the provider. */
  private returnAddress(provider: ProviderSettings, request: FastifyRequest): URL {
    const origin = ownOrigin(this.settings, request);
    if (origin === null) throw new ProblemError({ status: 403, code: 'FORBIDDEN', detail: providerWords.needsAddress });
    return new URL(`/api/v1/providers/${provider.id}/return`, origin);
  }
}

const to = (page: '/logowanie' | '/konto', fault: ReturnFault | null): string =>
  fault ? `${page}?blad=${fault}` : page;

/** Kind of the error without its message, which may quote what came from outside. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
