import { HttpClient, HttpContext, HttpContextToken } from '@angular/common/http';
import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { SessionResponse } from '@zit/contracts';
// The one file, not the whole domain: this store is part of what loads before anybody has signed in.
import { bodyOf, type ActingBody } from '@zit/domain/access/role';
import { ProblemError } from '../ui/problem';

export type Grant = SessionResponse['grants'][number];

/** Whom one acts for: an organisation, a body of the programme, or neither. */
export interface Hat {
  organisationId: string | null;
  body: ActingBody | null;
}

/** Requests that ask who is signed in: their refusal is an answer, not a lost session. */
export const ASKS_WHO = new HttpContextToken(() => false);
export const asksWho = () => ({ context: new HttpContext().set(ASKS_WHO, true) });

/** Marks what the page asks by itself: no sign of life of the person, so the session is not prolonged. */
export const BACKGROUND = { 'zit-background': 'true' } as const;

const URL = '/api/v1/session';

/** Does the same person look with the same eyes under the same hat? */
export const sameLook = (one: SessionResponse, other: SessionResponse): boolean =>
  one.person.id === other.person.id &&
  one.actingFor === other.actingFor &&
  (one.actingBody ?? null) === (other.actingBody ?? null) &&
  (one.viewer === null) === (other.viewer === null);

/** The hat under which a grant is held. */
export const hatOf = ({ organisationId, role }: Grant): Hat => ({
  organisationId,
  body: organisationId === null ? bodyOf(role) : null,
});

/** Who is signed in and whom the person acts for. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly http = inject(HttpClient);
  /** Undefined while nobody asked the server yet. */
  private readonly known = signal<SessionResponse | null | undefined>(undefined);
  /** Milliseconds by which the server's clock is ahead of the browser's. */
  private ahead = 0;

  /**
   * The session as another tab has made it, while this page still stands for the former one: nothing of it may be
   * written in the new name.
   */
  private readonly other = signal<SessionResponse | null>(null);
  readonly elsewhere = this.other.asReadonly();

  readonly session = computed(() => this.known() ?? null);
  readonly person = computed(() => this.session()?.person ?? null);
  readonly grants = computed<readonly Grant[]>(() => this.session()?.grants ?? []);
  readonly grant = computed<Grant | null>(() => {
    const session = this.session();
    if (!session) return null;
    const { actingFor, actingBody, grants } = session;
    const worn = grants.find(({ organisationId, role }) =>
      actingBody ? organisationId === null && bodyOf(role) === actingBody : organisationId === actingFor,
    );
    // None: the last role under that hat was taken. The server counts no other instead, so neither does the page.
    return worn ?? null;
  });
  readonly role = computed(() => this.grant()?.role ?? null);

  /** Asks the server once; later calls answer from memory. */
  async load(): Promise<SessionResponse | null> {
    const known = untracked(this.known);
    return known === undefined ? this.reload() : known;
  }

  /** What the server knows now; asking does not prolong the session. */
  async reload(): Promise<SessionResponse | null> {
    const now = await this.peek();
    if (now) this.take(now);
    else this.known.set(null);
    return now;
  }

  /** Like `reload`, but whoever sat here stays known when the session has ended, so that the same one signs in again. */
  async peek(): Promise<SessionResponse | null> {
    try {
      return await firstValueFrom(this.http.get<SessionResponse>(URL, { ...asksWho(), headers: BACKGROUND }));
    } catch (thrown) {
      if (!(thrown instanceof ProblemError) || thrown.problem.status !== 401) throw thrown;
      return null;
    }
  }

  /** The session as some act of signing in answered it. */
  take(session: SessionResponse): SessionResponse {
    const ahead = Date.parse(session.serverTime) - Date.now();
    this.ahead = Number.isFinite(ahead) ? ahead : 0;
    this.other.set(null);
    this.known.set(session);
    return session;
  }

  /** What the server says in passing: taken, unless another tab has put on another hat or other eyes. */
  meet(now: SessionResponse): void {
    const known = this.session();
    if (known && !sameLook(known, now)) this.other.set(now);
    else if (known) this.take(now);
  }

  /** The server's time, in milliseconds since 1970. */
  serverNow(): number {
    return Date.now() + this.ahead;
  }

  async signIn(email: string, password: string): Promise<SessionResponse> {
    return this.take(await this.prove(email, password));
  }

  /** The first step of signing in; the page at hand does not change until the answer is taken. */
  prove(email: string, password: string): Promise<SessionResponse> {
    return firstValueFrom(this.http.post<SessionResponse>(URL, { email, password }, asksWho()));
  }

  /** The same person is back: the hat they wore is put on again before anything on the page notices. */
  async resume(session: SessionResponse): Promise<void> {
    const before = this.session();
    const hat = { organisationId: before?.actingFor ?? null, body: before?.actingBody ?? null };
    const same = session.actingFor === hat.organisationId && (session.actingBody ?? null) === hat.body;
    if (same || session.level !== 'FULL') this.take(session);
    else
      try {
        await this.actFor(hat);
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown;
        // That role is gone: what is left counts.
        this.take(session);
      }
  }

  async signOut(): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(URL, asksWho()));
    } catch (thrown) {
      // A session that had already ended is as signed out as it gets.
      if (!(thrown instanceof ProblemError) || thrown.problem.status !== 401) throw thrown;
    }
    this.known.set(null);
  }

  async extend(): Promise<SessionResponse> {
    return this.take(await firstValueFrom(this.http.post<SessionResponse>(`${URL}/extend`, {}, asksWho())));
  }

  /** Proves the person again, for ten minutes of sensitive changes. */
  async confirm(password: string): Promise<void> {
    await firstValueFrom(this.http.put(`${URL}/confirmation`, { password }, asksWho()));
  }

  async actFor({ organisationId, body }: Hat): Promise<void> {
    const worn = this.http.put<SessionResponse>(`${URL}/acting-for`, { organisationId, body }, asksWho());
    this.take(await firstValueFrom(worn));
  }
}
