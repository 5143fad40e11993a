import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { grantedRole } from '@zit/words.pl/county';
import { frameWords } from '@zit/words.pl/frame';
import type { SessionResponse } from '@zit/contracts';
import { CookieRenewal } from './cookie-renewal';
import { SessionStore, type Grant } from './session-store';

/** Roles that were given or taken while the portal was open: the frame shows what is left, and says what changed. */
@Injectable({ providedIn: 'root' })
export class RoleNews {
  private readonly session = inject(SessionStore);
  private readonly renewal = inject(CookieRenewal);
  private readonly news = signal<string | null>(null);
  readonly text = this.news.asReadonly();
  private before: SessionResponse | null = null;

  constructor() {
    effect(() => {
      const now = this.session.session();
      untracked(() => this.compare(now));
    });
  }

  /** A refusal may be the first sign that a role is gone: the server is asked what is left, requests together once. */
  async look(): Promise<void> {
    if (!this.session.session()) return;
    try {
      const now = await this.renewal.now();
      if (now?.level === 'FULL') this.session.meet(now);
    } catch {
      // The refusal itself is on the screen; the next one asks again.
    }
  }

  close(): void {
    this.news.set(null);
  }

  private compare(now: SessionResponse | null): void {
    const { before } = this;
    this.before = now;
    if (!before || !now || before.person.id !== now.person.id) return this.close();
    const { taken, given, chooseHat } = frameWords.roleNews;
    const lost = without(before.grants, now.grants);
    const won = without(now.grants, before.grants);
    if (lost.length + won.length === 0) return;
    const bare = lost.length > 0 && this.session.grant() === null && now.grants.length > 0;
    this.news.set(
      [lost.length > 0 && taken(named(lost)), won.length > 0 && given(named(won)), bare && chooseHat]
        .filter(Boolean)
        .join(' '),
    );
  }
}

const keyOf = ({ role, organisationId, teryt }: Grant): string => `${role} ${organisationId} ${teryt}`;

function without(these: readonly Grant[], those: readonly Grant[]): Grant[] {
  const keys = new Set(those.map(keyOf));
  return these.filter((grant) => !keys.has(keyOf(grant)));
}

const named = (grants: readonly Grant[]): string =>
  grants.map((grant) => [grantedRole(grant), grant.organisationName].filter(Boolean).join(', ')).join('; ');
