import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { CallResponse, RuleSetList } from '@zit/contracts';
import {
  CALL_FORM,
  checkCall,
  readSheet,
  unreadPaths,
  type CallFinding,
  type PolicyAct,
  type RuleSet,
} from '@zit/domain';
import { callFormWords } from '@zit/words.pl/call-form';
import { SessionStore } from '../../session/session-store';
import { SheetStore } from '../../sheet/sheet-store';
import { CallAccess } from '../call-access';
import { callSheet, CallHttp } from '../call-http';
import { PublicCallHttp } from '../public/public-call-http';
import type { CallContents } from '../reading/call-reading';
import { sectionStandings } from './section-states';

/** Form and words of a call, as the sheet's screens want them. */
export const CALL_SHAPE = { form: CALL_FORM, words: callFormWords };

/** One open call: what the server says of it, and what the rules say of what stands in its sheet right now. */
@Injectable()
export class CallDesk {
  private readonly http = inject(CallHttp);
  private readonly net = inject(HttpClient);
  private readonly publicHttp = inject(PublicCallHttp);
  private readonly session = inject(SessionStore);
  private readonly access = inject(CallAccess);
  readonly sheet = inject(SheetStore);

  private readonly opened = signal<CallResponse | null>(null);
  private readonly failed = signal<unknown>(null);
  private readonly rules = signal<readonly RuleSet[]>([]);
  /** Contents of the newest edition, frozen by this portal from its own form; null before the first. */
  private readonly inForce = signal<CallContents | null>(null);

  readonly call = this.opened.asReadonly();
  readonly problem = this.failed.asReadonly();
  readonly published = this.inForce.asReadonly();

  /** The sheet as one document, with what is typed and not saved yet. */
  readonly contents = computed<CallContents | null>(() =>
    this.sheet.ready() ? readSheet(CALL_FORM, this.sheet.sheetValues()) : null,
  );
  /** A call that is being written: as a draft, or as an annex. */
  readonly isWritten = computed(() => ['DRAFT', 'ANNEX'].includes(this.call()?.state ?? ''));
  /** The same rules as the server's, over what stands on the screen; none of what is frozen. */
  readonly findings = computed<readonly CallFinding[]>(() => {
    const [call, contents] = [this.call(), this.contents()];
    if (!call || !contents || !this.isWritten()) return [];
    const published = call.state === 'ANNEX' ? this.published() : null;
    return checkCall(contents, {
      now: new Date(this.session.serverNow()).toISOString(),
      teryt: call.teryt,
      unread: unreadPaths(CALL_FORM, this.sheet.sheetValues()),
      ruleSets: this.rules(),
      edition: published ? 'ANNEX' : 'NOTICE',
      published,
    });
  });
  readonly fails = computed(() => this.findings().filter(({ verdict }) => verdict === 'fail'));
  readonly standings = computed(() => sectionStandings(this.sheet.sheetValues(), this.findings()));

  /** May the person do this to this call? The policy's answer, before the server's. */
  may(act: PolicyAct): boolean {
    const call = this.call();
    return call !== null && this.access.may(act, call);
  }

  /** Reads the call, its newest edition and, while it is written, its sheet; what waits to be saved is kept. */
  async open(id: string): Promise<void> {
    this.failed.set(null);
    try {
      const [call, { items }] = await Promise.all([this.http.get(id), this.ruleSets()]);
      await this.take(call, items);
    } catch (thrown) {
      this.failed.set(thrown);
    }
  }

  /** The call again, for what hangs on it beside its sheet. */
  async look(): Promise<void> {
    const id = this.opened()?.id;
    if (id === undefined) return;
    const call = await this.http.get(id);
    // Somebody published it meanwhile: then its sheet is closed as well.
    if (call.state === this.opened()?.state) this.opened.set(call);
    else await this.take(call);
  }

  /** After an act: the call as the server answered it, and the sheet that the act opened or closed. */
  async take(call: CallResponse, rules: readonly RuleSet[] = this.rules()): Promise<void> {
    const [edition] = await Promise.all([
      call.slug ? this.publicHttp.get(call.slug) : null,
      call.state === 'DRAFT' || call.state === 'ANNEX' ? this.openSheet(call.id) : null,
    ]);
    this.rules.set(rules);
    this.inForce.set((edition?.contents ?? null) as CallContents | null);
    this.opened.set(call);
  }

  private openSheet(id: string): Promise<void> {
    return this.sheet.open(callSheet(id), CALL_SHAPE);
  }

  private ruleSets(): Promise<RuleSetList> {
    return firstValueFrom(this.net.get<RuleSetList>('/api/v1/rule-sets'));
  }
}
