import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../http/settings';
import { cookieName } from './token';

/** The session's cookie as browsers keep it: it ends with the browser, scripts cannot read it. */
export class SessionCookie {
  constructor(private readonly settings: Pick<Settings, 'secureCookie'>) {}

  /** The token of the request's cookie; null when there is none or it cannot be one. */
  tokenOf(request: FastifyRequest): string | null {
    const token = request.cookies[this.name];
    return token && /^[\w-]{43}$/.test(token) ? token : null;
  }

  /** Gives the browser a new token, and this request too, so that it goes on under the new one. */
  set(request: FastifyRequest, reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, this.options);
    request.cookies[this.name] = token;
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }

  private readonly name = cookieName(this.settings.secureCookie);
  private readonly options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: this.settings.secureCookie,
  } as const;
}
