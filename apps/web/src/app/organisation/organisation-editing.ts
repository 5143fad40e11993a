import { computed, effect, inject, Injectable, Injector, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { FieldConflict, OrganisationResponse, Problem } from '@zit/contracts';
import { problemWords } from '@zit/words.pl/frame';
import { organisationWords } from '@zit/words.pl/organisation';
import { UnsavedWork } from '../shell/unsaved-work';
import { problemOf, problemText } from '../ui/problem';
import type { Saved } from '../ui/saved-state';
import { conflictRows, leftOver } from './conflict-rows';
import { refusalsOf } from './form-faults';
import {
  changedFields,
  changeOf,
  draftOf,
  emptyDraft,
  rebase,
  settled,
  type OrganisationDraft,
  type OrganisationField,
} from './organisation-draft';
import { organisationSchema, type Refusals } from './organisation-schema';
import { OrganisationStore } from './organisation-store';

/** After the last key; leaving a field saves at once. */
const SAVE_AFTER_MS = 800;
const RETRY_AFTER_MS = 5_000;

/**
 * Saves one organisation as the person types: only the fields that changed and can be read, one request at a time,
 * each with the value it had, so that nobody's change is overwritten unseen. Provided by its page.
 */
@Injectable()
export class OrganisationEditing {
  private readonly store = inject(OrganisationStore);
  private readonly injector = inject(Injector);

  readonly organisation = signal<OrganisationResponse | null>(null);
  private readonly draft = signal(emptyDraft());
  private readonly before = computed(() => {
    const organisation = this.organisation();
    return organisation ? draftOf(organisation) : emptyDraft();
  });
  private readonly refusals = signal<Refusals>({});
  readonly form = form(this.draft, organisationSchema(this.refusals));

  private readonly changed = computed(() => (this.organisation() ? changedFields(this.before(), this.draft()) : []));
  /** Changed and without a fault of its own: what may travel. */
  private readonly ready = computed(() => this.changed().filter((field) => this.form[field]().valid()));
  /** Left with a fault: it will not be saved until the person mends it. */
  private readonly stuck = computed(() =>
    this.changed().some((field) => this.form[field]().invalid() && this.form[field]().touched()),
  );
  private readonly outcome = signal<'idle' | 'saving' | 'offline'>('idle');
  private readonly savedAt = signal<Date | null>(null);
  private readonly failure = signal<string | null>(null);
  readonly unsaved = computed(() => this.changed().length > 0 || (this.gone()?.unsaved ?? '') !== '');
  private readonly gone = signal<{ unsaved: string } | null>(null);
  /** Set once the right to edit has ended while the form was open; what was typed is kept as text. */
  readonly lost = this.gone.asReadonly();

  readonly saved = computed<Saved>(() => {
    if (this.outcome() === 'saving') return { state: 'saving' };
    if (this.outcome() === 'offline') return { state: 'offline', waiting: this.changed().length };
    const text = this.failure();
    if (text !== null) return { state: 'failed', text };
    if (this.stuck()) return { state: 'failed', text: organisationWords.stuck };
    if (this.changed().length > 0) return { state: 'unsaved', changes: this.changed().length };
    return { state: 'saved', at: this.savedAt() };
  });

  /** What the server refused as it is; it goes out again only after the person changed something. */
  private refused: OrganisationDraft | null = null;
  private running: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const release = inject(UnsavedWork).hold(this.unsaved, () => this.finish());
    const online = () => void this.save();
    addEventListener('online', online);
    effect((onCleanup) => onCleanup(() => this.stop(release, online)));
    effect(() => {
      if (this.ready().length === 0 || !this.organisation()?.may.edit) return;
      this.draft();
      this.schedule(SAVE_AFTER_MS);
    });
  }

  open(organisation: OrganisationResponse): void {
    this.organisation.set(organisation);
    this.draft.set(draftOf(organisation));
  }

  /** Sends what is ready now; without anything ready it does nothing. */
  save(): Promise<void> {
    if (this.outcome() !== 'saving') this.running = this.send();
    return this.running;
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    const organisation = this.organisation();
    const fields = this.ready();
    if (!organisation?.may.edit || fields.length === 0 || this.draft() === this.refused) return;
    this.outcome.set('saving');
    this.failure.set(null);
    try {
      const sent = this.draft();
      const change = changeOf(organisation.version, this.before(), sent, fields);
      this.accept(await this.store.change(organisation.id, change), settled(sent, fields));
      this.savedAt.set(new Date());
      this.outcome.set('idle');
    } catch (thrown) {
      await this.refuse(problemOf(thrown));
    }
  }

  /** Sends what is ready and waits for what is on its way. */
  private async finish(): Promise<void> {
    await this.running;
    await this.save();
  }

  private accept(
    now: OrganisationResponse,
    take: (typed: OrganisationDraft, now: OrganisationDraft) => OrganisationDraft,
  ): void {
    const before = this.before();
    const theirs = draftOf(now);
    this.organisation.set(now);
    this.draft.update((typed) => take(rebase(typed, before, theirs), theirs));
    this.refusals.set({});
  }

  private async refuse(problem: Problem): Promise<void> {
    if (problem.code === 'OFFLINE' || problem.status === 503) {
      this.outcome.set('offline');
      return this.schedule(RETRY_AFTER_MS);
    }
    if (problem.code === 'STALE' && problem.conflicts && problem.current) {
      return this.settle(problem.conflicts, problem.current as OrganisationResponse);
    }
    this.outcome.set('idle');
    if (problem.status === 403 || problem.status === 404) return this.lose(problem);
    this.refused = this.draft();
    this.refusals.set(refusalsOf(problem, this.draft()));
    if (this.ready().length === this.changed().length) this.failure.set(problemText(problem));
  }

  /** A role ended meanwhile: the form closes, the entry stays readable as it is saved. */
  private async lose(problem: Problem): Promise<void> {
    const [organisation, draft, fields] = [this.organisation(), this.draft(), this.changed()];
    if (!organisation) return;
    const now = await this.store.read(organisation.id).catch(() => null);
    if (now?.may.edit) {
      this.failure.set(problemText(problem));
      this.refused = draft;
      return;
    }
    this.gone.set({ unsaved: leftOver(draft, fields) });
    this.open(now ?? { ...organisation, may: { edit: false, reason: null } });
  }

  /** Two people changed the same field: the person decides each; whatever is not decided stays typed and unsaved. */
  private async settle(conflicts: readonly FieldConflict[], current: OrganisationResponse): Promise<void> {
    // Still „saving” while the question stands: nothing goes out behind it.
    const { askAboutConflicts } = await import('../ui/conflict-dialog');
    const choices = await askAboutConflicts(this.injector, conflictRows(conflicts));
    if (!choices) {
      this.outcome.set('idle');
      this.refused = this.draft();
      this.failure.set(problemWords.STALE);
      return;
    }
    const theirs = draftOf(current);
    const giveUp = conflicts
      .map(({ field }) => field as OrganisationField)
      .filter((field) => choices[field] !== 'mine');
    this.draft.update((draft) => ({ ...draft, ...Object.fromEntries(giveUp.map((field) => [field, theirs[field]])) }));
    this.accept(current, (typed) => typed);
    if (this.ready().length > 0) return this.send();
    this.outcome.set('idle');
    this.savedAt.set(new Date());
  }

  private schedule(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), after);
  }

  private stop(release: () => void, online: () => void): void {
    release();
    removeEventListener('online', online);
    clearTimeout(this.timer);
  }
}
