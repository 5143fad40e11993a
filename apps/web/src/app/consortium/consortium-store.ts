import { computed, DestroyRef, inject, Injectable, Injector, signal } from '@angular/core';
import type { ChangeBudget, ConsortiumFields, ConsortiumResponse, MemberFields, MemberResponse } from '@zit/contracts';
import { check, totals, type CheckResult, type ConsortiumFacts, type MemberRole } from '@zit/domain';
import { SessionStore } from '../session/session-store';
import { UnsavedWork } from '../shell/unsaved-work';
import type { Saved } from '../ui/saved-state';
import { ConsortiumHttp } from './consortium-http';
import { perform, type Act } from './store/act';
import { ConflictQuestion } from './store/conflict-question';
import { difference, fieldsOf, memberFieldsOf } from './store/consortium-fields';
import { failureOf } from './store/failure';
import { foldActs, isEmpty } from './store/fold-acts';
import { rebase, type Choices } from './store/rebase';
import { SaveQueue, type Settled } from './store/save-queue';
import { savedOf } from './store/saved-of';
import { actsBetween } from './store/steps';

/** How often an open page asks whether its person may still see it: soon enough, and next to nothing to answer. */
const WATCH_MS = 20_000;

/**
 * One open consortium: what the server knows, what the person has just done, and the rules over both.
 * Acts are replayed on the server's answer until it has them, so that the screen is never behind the fingers.
 * Kept in memory only: nothing personal goes into the browser's storage.
 */
@Injectable()
export class ConsortiumStore {
  private readonly http = inject(ConsortiumHttp);
  private readonly question = inject(ConflictQuestion);
  private readonly injector = inject(Injector);
  private readonly server = signal<ConsortiumResponse | null>(null);
  private readonly queue = new SaveQueue<Act>({
    send: (act) => this.send(act),
    fold: foldActs,
    isEmpty,
    settle: (act) => this.settle(act),
  });
  private readonly wanted = signal<string | null>(null);
  private readonly failed = signal<unknown>(null);
  private readonly gone = signal<{ unsaved: string } | null>(null);

  readonly id = this.wanted.asReadonly();
  /** Why the consortium could not be read; null while it can. */
  readonly loadProblem = this.failed.asReadonly();
  /** Set once the right to see it has ended while it was open; what was typed and not saved is kept as text. */
  readonly lost = this.gone.asReadonly();
  /** The consortium as the person sees it, with everything that is not saved yet. */
  readonly facts = computed<ConsortiumResponse | null>(() => {
    const known = this.server();
    return known && this.queue.waiting().reduce(perform, known);
  });
  readonly check = computed<CheckResult | null>(() => {
    const facts = this.facts();
    return facts && check(facts, facts.ruleSet);
  });
  readonly totals = computed(() => totals(this.facts()?.lines ?? [], this.facts()?.members ?? []));
  readonly may = computed(() => this.facts()?.may ?? { edit: false, issue: false, reason: null });
  readonly saving = this.queue.state;
  readonly saved = computed<Saved>(() => savedOf(this.saving(), this.queue.lastSavedAt(), this.waiting()));
  /** Acts that the server does not have yet. */
  readonly waiting = computed(() => this.queue.waiting().length);

  constructor() {
    const flush = () => this.saveNow();
    // Coming back to the page shows what others did meanwhile.
    const look = () => {
      if (document.visibilityState === 'visible' && this.waiting() === 0) void this.refresh();
    };
    const unsaved = computed(() => this.waiting() > 0 || (this.gone()?.unsaved ?? '') !== '');
    const release = inject(UnsavedWork).hold(unsaved);
    const watching = setInterval(() => void this.watch(), WATCH_MS);
    addEventListener('online', flush);
    document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      release();
      clearInterval(watching);
      removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', look);
    });
  }

  /** Shows another consortium; the same one is read afresh. */
  async open(id: string): Promise<void> {
    if (this.wanted() !== id) {
      this.server.set(null);
    }
    this.wanted.set(id);
    this.failed.set(null);
    this.gone.set(null);
    await this.refresh();
  }

  change(changes: Partial<ConsortiumFields>): void {
    const facts = this.known();
    this.queue.later({ act: 'change', version: facts.version, ...difference(fieldsOf(facts), changes) });
  }

  changeMember(memberId: string, changes: Partial<MemberFields>): void {
    const member = this.known().members.find((one) => one.id === memberId);
    if (member) {
      const made = difference(memberFieldsOf(member), changes);
      this.queue.later({ act: 'changeMember', memberId, version: member.version, ...made });
    }
  }

  /** Resolves with the new member; rejects with a ProblemError when the server refuses it. */
  async addMember(organisationId: string, role: MemberRole): Promise<MemberResponse | null> {
    await this.queue.soon({ act: 'addMember', organisationId, role });
    return this.known().members.find((one) => one.organisationId === organisationId) ?? null;
  }

  leave(memberId: string, linesTo: string | null): Promise<void> {
    return this.queue.soon({ act: 'leave', memberId, linesTo });
  }

  appointLeader(memberId: string): Promise<void> {
    return this.queue.soon({ act: 'appointLeader', memberId });
  }

  /** Joins what waits already and is saved after a breath; `saveNow()` does not wait for it. */
  changeBudget(change: ChangeBudget): void {
    this.queue.later({ act: 'changeBudget', change });
  }

  /** Carries the facts over to the wanted ones by ordinary acts: a one-click fix, or its undoing. */
  become(wanted: ConsortiumFacts): void {
    for (const act of actsBetween(this.known(), wanted)) {
      if (act.act === 'appointLeader') {
        void this.queue.soon(act);
      } else {
        this.queue.later(act);
      }
    }
    this.saveNow();
  }

  /** On blur, before leaving, or on „Spróbuj teraz”. */
  saveNow(): void {
    this.queue.flush();
  }

  /** Saves what waits; true when nothing is left unsaved. */
  async saveAll(): Promise<boolean> {
    await this.queue.drain();
    return this.waiting() === 0 && (this.gone()?.unsaved ?? '') === '';
  }

  /** Sends once more what the server refused or could not be asked. */
  retry(): void {
    this.queue.retry();
  }

  /** Gives up what the server refused to take. */
  dropRefused(): void {
    this.queue.dropRefused();
  }

  private known(): ConsortiumResponse {
    const facts = this.facts();
    if (!facts) {
      throw new Error('The consortium has not been read yet');
    }
    return facts;
  }

  private async refresh(): Promise<void> {
    const id = this.wanted();
    if (id === null) {
      return;
    }
    try {
      const answer = await this.http.get(id);
      if (this.wanted() === id) {
        this.server.set(answer);
      }
    } catch (error) {
      if (await this.isLost(error)) {
        return;
      }
      if (this.server() === null) {
        this.failed.set(error);
      }
    }
  }

  /** Membership or role may end while the page stands open: then it closes, even if nobody touches it. */
  private async watch(): Promise<void> {
    const id = this.wanted();
    if (id === null || this.server() === null || document.visibilityState !== 'visible') {
      return;
    }
    try {
      await this.http.watch(id);
    } catch (error) {
      await this.isLost(error);
    }
  }

  /** A reading refused of a thing that was read before: the right to it is gone, and so is what the page shows. */
  private async isLost(error: unknown): Promise<boolean> {
    const { problem } = failureOf(error);
    const seen = this.facts();
    if (!['NOT_FOUND', 'FORBIDDEN'].includes(problem.code) || seen === null) {
      return false;
    }
    const acts = this.queue.waiting();
    this.queue.abandon(problem);
    const { leftOver } = await import('./store/left-over');
    this.gone.set({ unsaved: leftOver(acts, seen) });
    this.server.set(null);
    // Whom one acts for may be no longer there to choose either.
    await this.injector
      .get(SessionStore)
      .reload()
      .catch(() => null);
    return true;
  }

  private async send(act: Act): Promise<void> {
    const known = this.server();
    if (!known) {
      return;
    }
    try {
      await this.absorb(known.id, await this.request(known.id, act));
    } catch (error) {
      // An answer lost on the way makes a repeated act look refused: see whether it has been done.
      if (failureOf(error).kind !== 'refused' || !(await this.isDone(known.id, act))) {
        await this.lookAfter(error);
        throw error;
      }
    }
  }

  /** A refused act may be the first sign that rights have changed: the page shows what is left of them. */
  private async lookAfter(error: unknown): Promise<void> {
    const { status } = failureOf(error).problem;
    if (status === 403 || status === 404) {
      await this.refresh();
    }
  }

  private async isDone(id: string, act: Act): Promise<boolean> {
    if (act.act !== 'addMember' && act.act !== 'leave') {
      return false;
    }
    const fresh = await this.http.get(id);
    this.server.set(fresh);
    return act.act === 'addMember'
      ? fresh.members.some((one) => one.organisationId === act.organisationId)
      : fresh.members.every((one) => one.id !== act.memberId);
  }

  private request(id: string, act: Act): Promise<unknown> {
    switch (act.act) {
      case 'change':
        return this.http.change(id, { version: act.version, changes: act.changes, base: act.base });
      case 'changeMember':
        return this.http.changeMember(id, act.memberId, { version: act.version, changes: act.changes, base: act.base });
      case 'addMember':
        return this.http.addMember(id, { organisationId: act.organisationId, role: act.role });
      case 'leave':
        return this.http.leave(id, act.memberId, { linesToMemberId: act.linesTo });
      case 'appointLeader':
        return this.http.appointLeader(id, { memberId: act.memberId });
      case 'changeBudget':
        return this.http.changeBudget(id, act.change);
    }
  }

  /** Takes an answer in: the whole consortium, or just its lines; otherwise the consortium is read again. */
  private async absorb(id: string, answer: unknown): Promise<void> {
    const some = (answer ?? {}) as Partial<ConsortiumResponse>;
    if (some.members && some.lines) {
      this.server.set(some as ConsortiumResponse);
    } else if (some.lines) {
      const { lines } = some;
      this.server.update((known) => known && { ...known, lines });
    } else {
      this.server.set(await this.http.get(id));
    }
  }

  /** Merges what does not collide and asks about the rest; what the person typed stays on the screen meanwhile. */
  private async settle(act: Act): Promise<Settled<Act>> {
    const before = this.server() ?? this.known();
    const fresh = await this.http.get(before.id);
    const { conflicts, resolve } = rebase(act, before, fresh);
    const choices: Choices | null = conflicts.length > 0 ? await this.question.ask(conflicts, fresh) : new Map();
    if (choices === null) {
      return { is: 'putOff' };
    }
    this.server.set(fresh);
    const mended = resolve(choices);
    return mended ? { is: 'mended', act: mended } : { is: 'done' };
  }
}
