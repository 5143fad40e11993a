import { Inject, Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { notFound } from '../http/problem-error';
import type { ProviderSettings } from '../http/provider-settings';
import { SETTINGS, type Settings } from '../http/settings';
import { cappedFetch } from './capped-fetch';

/** Somebody waits in front of the screen. */
const TIMEOUT_SECONDS = 8;
/** A provider may change its addresses and what it supports; keys are looked up anew by the library itself. */
const DESCRIBED_MS = 60 * 60_000;

interface Described {
  at: number;
  client: Promise<Configuration>;
}

/** The providers of the settings, each described by itself on first use (OpenID Connect Discovery). */
@Injectable()
export class ProviderClients {
  private readonly described = new Map<string, Described>();

  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'providers'>) {}

  get all(): readonly ProviderSettings[] {
    return this.settings.providers;
  }

  /** @throws ProblemError 404 when there is none of this id */
  named(id: string): ProviderSettings {
    const provider = this.settings.providers.find((one) => one.id === id);
    if (!provider) throw notFound();
    return provider;
  }

  /** @throws Error when the provider does not answer, or not as one; the next call asks again */
  client(provider: ProviderSettings): Promise<Configuration> {
    const known = this.described.get(provider.id);
    if (known && Date.now() - known.at < DESCRIBED_MS) return known.client;
    const client = describe(provider);
    this.described.set(provider.id, { at: Date.now(), client });
    client.catch(() => this.described.delete(provider.id));
    return client;
  }
}

/** Signatures of ID tokens are checked against the provider's keys, not only the TLS of its address. */
const describe = ({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> =>
  discovery(new URL(issuer), clientId, undefined, secretAsAsked(clientSecret), {
    [customFetch]: cappedFetch,
    timeout: TIMEOUT_SECONDS,
    // Plain http is let in by the settings for this very machine only.
    execute: [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
  });

/** In the header, which every provider has to know, unless it says that it takes it in the body only. */
const secretAsAsked =
  (secret: string): ClientAuth =>
  (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = ways.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    authenticate(secret)(server, client, body, headers);
  };
