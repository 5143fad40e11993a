import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../http/settings';

const LIFE_SECONDS = 600;

/** Binds a sign-in at a provider to the browser that began it. Lax, because it comes back from another site. */
export class FlowCookie {
  constructor(private readonly settings: Pick<Settings, 'secureCookie'>) {}

  tokenOf(request: FastifyRequest): string | null {
    const token = request.cookies[this.name];
    return token && /^[\w-]{43}$/.test(token) ? token : null;
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.options, maxAge: LIFE_SECONDS });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }

  private readonly name = this.settings.secureCookie ? '__Host-zit-flow' : 'zit-flow';
  private readonly options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: this.settings.secureCookie,
  } as const;
}
