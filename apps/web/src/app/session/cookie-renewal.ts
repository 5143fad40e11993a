import type { HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { finalize, type Observable } from 'rxjs';
import type { SessionResponse } from '@zit/contracts';
import { SessionStore } from './session-store';

/** Acts on the session and the account: many of them answer with a new cookie and void the old one. */
const RENEWING = /^\/api\/v1\/(session|account)\//;

/** Held by every tab while such an act of its own is on its way. */
const RENEWAL = 'zit-cookie-renewal';
const PATIENCE_MS = 5_000;
/** Only over TLS or on one's own machine; elsewhere each tab minds its own. */
const locks = (): LockManager | null => ('locks' in navigator ? navigator.locks : null);

/**
 * A new hat, another's eyes or a step up renews the cookie: a request that left just before is then refused, although
 * nobody has been signed out.
 */
@Injectable({ providedIn: 'root' })
export class CookieRenewal {
  private readonly session = inject(SessionStore);
  private readonly underWay = new Set<Promise<void>>();
  private asking: Promise<SessionResponse | null> | null = null;

  /** Lets the request through and remembers it while its answer may still bring a new cookie. */
  watch<T>(request: HttpRequest<unknown>, answer: Observable<T>): Observable<T> {
    if (request.method === 'GET' || !RENEWING.test(request.url)) return answer;
    let end = (): void => undefined;
    const ended = new Promise<void>((done) => (end = done));
    this.underWay.add(ended);
    // A page that goes away meanwhile holds no lock any more, and needs none.
    void locks()
      ?.request(RENEWAL, { mode: 'shared' }, () => ended)
      .catch(() => undefined);
    return answer.pipe(
      finalize(() => {
        this.underWay.delete(ended);
        end();
      }),
    );
  }

  /** The session that the browser's cookie opens by now; requests refused together share the question. */
  now(): Promise<SessionResponse | null> {
    this.asking ??= this.look().finally(() => (this.asking = null));
    return this.asking;
  }

  private async look(): Promise<SessionResponse | null> {
    await Promise.all(this.underWay);
    await this.otherTabs();
    return this.session.peek();
  }

  /** Another tab may be waiting for the new cookie as well: whoever asked now would hear that the session has ended. */
  private async otherTabs(): Promise<void> {
    if (!locks()) return;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    // A tab that waits too long for its own answer does not hold up this one.
    await locks()
      ?.request(RENEWAL, { signal }, () => undefined)
      .catch(() => undefined);
  }
}
