import { computed, DestroyRef, inject, Injectable, Injector, signal } from '@angular/core';
import type { Change, DocumentDetail, DocumentFields, FieldConflict } from '@zit/contracts';
import { blocks, documentFindings, type CheckResult, type DocumentFacts } from '@zit/domain';
import { failureOf } from '../consortium/store/failure';
import { savedOf } from '../consortium/store/saved-of';
import { SaveQueue, type Settled } from '../consortium/store/save-queue';
import { SessionStore } from '../session/session-store';
import { UnsavedWork } from '../shell/unsaved-work';
import { conflictRows, leftOver } from './document-conflicts';
import { DocumentHttp } from './document-http';

type FieldsChange = Change<DocumentFields>;
export type UnreadFields = Partial<Record<keyof DocumentFields, string>>;

/** One open document: a draft that saves itself while one writes, or an issued one that never changes. */
@Injectable()
export class DocumentStore {
  private readonly http = inject(DocumentHttp);
  private readonly injector = inject(Injector);
  private readonly session = inject(SessionStore);
  private readonly server = signal<DocumentDetail | null>(null);
  private readonly failed = signal<unknown>(null);
  private readonly gone = signal<{ unsaved: string } | null>(null);
  private readonly queue = new SaveQueue<FieldsChange>({
    send: (change) => this.send(change),
    fold: (earlier, later) => ({
      version: earlier.version,
      changes: { ...earlier.changes, ...later.changes },
      base: { ...later.base, ...earlier.base },
    }),
    isEmpty: ({ changes }) => Object.keys(changes).length === 0,
    settle: (change) => this.settle(change),
  });

  readonly loadProblem = this.failed.asReadonly();
  /** Set once the right to the draft has ended while it was open; what was typed and not saved is kept as text. */
  readonly lost = this.gone.asReadonly();
  /** Texts that cannot be saved as they are: they stay in their fields. */
  readonly unread = signal<UnreadFields>({});
  /** The document as the person sees it, with what is not saved yet. */
  readonly detail = computed<DocumentDetail | null>(() => {
    const known = this.server();
    return known && this.queue.waiting().reduce((detail, { changes }) => withFields(detail, changes), known);
  });
  /** What the paper says: frozen when issued, live while a draft. */
  readonly facts = computed(() => (this.detail()?.facts ?? null) as DocumentFacts | null);
  readonly check = computed<CheckResult | null>(() => {
    const [detail, facts] = [this.detail(), this.facts()];
    return detail && facts && detail.status === 'DRAFT' ? documentFindings(detail.kind, facts) : null;
  });
  readonly blocked = computed(() => blocks(this.check()?.findings ?? []));
  readonly waiting = computed(() => this.queue.waiting().length);
  readonly saved = computed(() => savedOf(this.queue.state(), this.queue.lastSavedAt(), this.waiting()));

  /** Leaving now would lose something that was typed. */
  private readonly unsaved = computed(
    () => this.waiting() > 0 || Object.keys(this.unread()).length > 0 || (this.gone()?.unsaved ?? '') !== '',
  );

  constructor() {
    const release = inject(UnsavedWork).hold(this.unsaved);
    inject(DestroyRef).onDestroy(release);
  }

  async open(id: string): Promise<void> {
    this.failed.set(null);
    this.gone.set(null);
    try {
      this.server.set(await this.http.get(id));
    } catch (thrown) {
      if (this.server()?.id === id && isRefusal(thrown)) this.lose(thrown, null);
      else this.failed.set(thrown);
    }
  }

  /** Saves after a breath; only what really changed travels. */
  change(changes: Partial<DocumentFields>): void {
    const detail = this.detail();
    if (!detail) return;
    const base: Partial<DocumentFields> = {};
    const made: Partial<DocumentFields> = {};
    for (const key of Object.keys(changes) as (keyof DocumentFields)[]) {
      if (changes[key] !== detail.fields[key]) {
        Object.assign(made, { [key]: changes[key] });
        Object.assign(base, { [key]: detail.fields[key] });
      }
    }
    this.queue.later({ version: detail.version, changes: made, base });
  }

  saveNow(): void {
    this.queue.flush();
  }

  /** True when nothing is left unsaved. */
  async saveAll(): Promise<boolean> {
    await this.queue.drain();
    return !this.unsaved();
  }

  /** Issues exactly the facts of this hash; rejects with the server's problem when they changed or a rule blocks. */
  async issue(factsSha256: string): Promise<DocumentDetail> {
    const detail = this.detail();
    if (!detail) throw new Error('The document has not been read yet');
    const issued = await this.http.issue(detail.id, { version: detail.version, factsSha256 });
    this.server.set(issued);
    return issued;
  }

  private async send(change: FieldsChange): Promise<void> {
    const known = this.server();
    if (!known) return;
    try {
      this.server.set(await this.http.change(known.id, change));
    } catch (thrown) {
      if (isRefusal(thrown)) await this.lookAfter(thrown, known.id);
      throw thrown;
    }
  }

  /** A refused change may be the first sign that rights have ended, or that the draft has been issued meanwhile. */
  private async lookAfter(refusal: unknown, id: string): Promise<void> {
    try {
      const now = await this.http.get(id);
      if (!now.may.edit) this.lose(refusal, now);
    } catch (thrown) {
      if (isRefusal(thrown)) this.lose(thrown, null);
    }
  }

  /** What is left to see, and beside it what was typed. */
  private lose(refusal: unknown, now: DocumentDetail | null): void {
    const typed = leftOver(this.queue.waiting(), this.unread());
    this.queue.abandon(failureOf(refusal).problem);
    this.unread.set({});
    this.gone.set({ unsaved: typed });
    this.failed.set(now === null ? refusal : null);
    this.server.set(now);
    // Whom one acts for may be no longer there to choose either; when nobody answers, the menu stays as it is.
    void this.session.reload().catch(() => null);
  }

  /** Fields that the other person left alone go on; the others are asked about, one by one. */
  private async settle(change: FieldsChange): Promise<Settled<FieldsChange>> {
    const known = this.server();
    if (!known) return { is: 'done' };
    const fresh = await this.http.get(known.id);
    const keys = (Object.keys(change.changes) as (keyof DocumentFields)[]).filter(
      (key) => change.changes[key] !== fresh.fields[key],
    );
    const colliding = keys.filter((key) => fresh.fields[key] !== change.base[key]);
    const choices = colliding.length > 0 ? await this.ask(colliding.map((key) => conflictOf(key, change, fresh))) : {};
    if (!choices) return { is: 'putOff' };
    this.server.set(fresh);
    const mine = keys.filter((key) => choices[key] !== 'theirs');
    if (mine.length === 0) return { is: 'done' };
    const pick = (fields: Partial<DocumentFields>): Partial<DocumentFields> =>
      Object.fromEntries(mine.map((key) => [key, fields[key]]));
    return { is: 'mended', act: { version: fresh.version, changes: pick(change.changes), base: pick(fresh.fields) } };
  }

  private async ask(conflicts: FieldConflict[]) {
    const { askAboutConflicts } = await import('../ui/conflict-dialog');
    return askAboutConflicts(this.injector, conflictRows(conflicts));
  }
}

const isRefusal = (thrown: unknown): boolean => [403, 404].includes(failureOf(thrown).problem.status);

const conflictOf = (field: keyof DocumentFields, change: FieldsChange, fresh: DocumentDetail): FieldConflict => ({
  field,
  base: change.base[field],
  theirs: fresh.fields[field],
  mine: change.changes[field],
});

/** The draft with other fields: its facts carry them as well, so that the preview follows the fingers. */
const withFields = (detail: DocumentDetail, changes: Partial<DocumentFields>): DocumentDetail => ({
  ...detail,
  fields: { ...detail.fields, ...changes },
  facts: { ...(detail.facts as DocumentFacts), ...changes },
});
