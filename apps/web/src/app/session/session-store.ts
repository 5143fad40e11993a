import { HttpClient, HttpContext, HttpContextToken } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { DemoLogin, DemoLogins, SessionResponse } from '@zit/contracts';
import { ProblemError } from '../ui/problem';

export type Grant = SessionResponse['grants'][number];

/** Requests that ask who is signed in: their 401 is an answer, not a lost session. */
export const ASKS_WHO = new HttpContextToken(() => false);
const asksWho = () => ({ context: new HttpContext().set(ASKS_WHO, true) });

const URL = '/api/v1/session';

/** Who is signed in and whom the person acts for; the only file that knows the session's addresses. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly http = inject(HttpClient);
  /** Undefined while nobody asked the server yet. */
  private readonly known = signal<SessionResponse | null | undefined>(undefined);

  readonly session = computed(() => this.known() ?? null);
  readonly person = computed(() => this.session()?.person ?? null);
  readonly grants = computed<readonly Grant[]>(() => this.session()?.grants ?? []);
  readonly grant = computed<Grant | null>(() => {
    const session = this.session();
    if (!session) return null;
    return session.grants.find((each) => each.organisationId === session.actingFor) ?? session.grants[0] ?? null;
  });
  readonly role = computed(() => this.grant()?.role ?? null);

  /** Asks the server once; later calls answer from memory. */
  async load(): Promise<SessionResponse | null> {
    const known = this.known();
    if (known !== undefined) return known;
    try {
      this.known.set(await firstValueFrom(this.http.get<SessionResponse>(URL, asksWho())));
    } catch (thrown) {
      if (!(thrown instanceof ProblemError) || thrown.problem.status !== 401) throw thrown;
      this.known.set(null);
    }
    return this.session();
  }

  async signIn(email: string, password: string): Promise<void> {
    this.known.set(await firstValueFrom(this.http.post<SessionResponse>(URL, { email, password }, asksWho())));
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

  async actFor(organisationId: string | null): Promise<void> {
    this.known.set(await firstValueFrom(this.http.put<SessionResponse>(`${URL}/acting-for`, { organisationId })));
  }

  /** Logins of the demo metropolis; empty where it is not loaded. */
  async demoLogins(): Promise<DemoLogin[]> {
    try {
      const { items } = await firstValueFrom(this.http.get<DemoLogins>('/api/v1/demo-logins', asksWho()));
      return items;
    } catch (thrown) {
      if (thrown instanceof ProblemError && thrown.problem.status === 404) return [];
      throw thrown;
    }
  }
}
