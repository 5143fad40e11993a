import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../http/settings';
import { newToken, sha256 } from './token';

/** As long as browsers keep any cookie. */
const KEPT_SECONDS = 400 * 24 * 60 * 60;

/** The cookie of a browser that has signed somebody in before; it opens nothing, it only tells friend from guesser. */
export class DeviceCookie {
  constructor(private readonly settings: Pick<Settings, 'secureCookie'>) {}

  tokenOf(request: FastifyRequest): string | null {
    const token = request.cookies[this.name];
    return token && /^[\w-]{43}$/.test(token) ? token : null;
  }

  /** The browser's token, or a new one for a browser that has none yet. */
  tokenFor(request: FastifyRequest): string {
    return this.tokenOf(request) ?? newToken();
  }

  set(reply: FastifyReply, token: string): void {
    const secure = this.settings.secureCookie;
    void reply.setCookie(this.name, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: KEPT_SECONDS,
    });
  }

  private readonly name = this.settings.secureCookie ? '__Host-zit-device' : 'zit-device';
}

/** From now on this browser is known as the person's. */
export async function rememberDevice(manager: EntityManager, personId: string, token: string): Promise<void> {
  await manager.query(
    `insert into known_device (person_id, token_sha256) values ($1, $2)
     on conflict (person_id, token_sha256) do update set seen_at = now()`,
    [personId, sha256(token)],
  );
}
