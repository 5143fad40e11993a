import {
  Component,
  computed,
  debounced,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import type { CreateOrganisation, DuplicateResponse } from '@zit/contracts';
import { parseKrs, parseNip, parseRegon, type ParsedIdentifier } from '@zit/domain';
import { frameWords } from '@zit/words.pl/frame';
import { organisationWords } from '@zit/words.pl/organisation';
import { ActingFor } from '../shell/acting-for';
import { UnsavedWork } from '../shell/unsaved-work';
import { EmptyState } from '../ui/empty-state';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { PageHead } from '../ui/page-head';
import { problemOf, problemText } from '../ui/problem';
import { DuplicatesNotice } from './duplicates-notice';
import { formFaults, refusalsOf } from './form-faults';
import { changedFields, emptyDraft, fieldsOf } from './organisation-draft';
import { OrganisationForm } from './organisation-form';
import { organisationSchema, type Refusals } from './organisation-schema';
import { OrganisationStore } from './organisation-store';

/** A person types a NIP in about this time; asking sooner would ask about halves. */
const DUPLICATES_PAUSE_MS = 400;
const NOTHING: DuplicateResponse = { certain: [], likely: [] };

@Component({
  selector: 'zit-organisation-new-page',
  imports: [DuplicatesNotice, EmptyState, ErrorSummary, MatButton, OrganisationForm, PageHead, RouterLink],
  templateUrl: './organisation-new-page.html',
})
export class OrganisationNewPage {
  private readonly store = inject(OrganisationStore);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  /** Carried over from a search that found nothing. */
  readonly nazwa = input('', { transform: (text: string | undefined) => text ?? '' });

  protected readonly words = organisationWords;
  protected readonly frame = frameWords;
  protected readonly crumbs = [{ name: organisationWords.title, link: '/organizacje' }];
  private readonly acting = inject(ActingFor);
  /** Who only reads is told so at once, instead of after a filled form. */
  protected readonly closed = computed(() => this.acting.why('createOrganisation'));
  private readonly draft = signal(emptyDraft());
  private readonly refusals = signal<Refusals>({});
  protected readonly organisation = form(this.draft, organisationSchema(this.refusals));
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  private readonly done = signal(false);
  private readonly summary = viewChild.required(ErrorSummary);

  private readonly asked = debounced(() => this.question(), DUPLICATES_PAUSE_MS);
  private readonly answer = resource({
    params: () =>
      this.asked.hasValue() && Object.values(this.asked.value()).some(Boolean) ? this.asked.value() : undefined,
    loader: ({ params }) => this.store.duplicates(params),
  });
  protected readonly duplicates = computed(() => (this.answer.hasValue() ? this.answer.value() : NOTHING));

  constructor() {
    effect(() => {
      const name = this.nazwa();
      untracked(() => this.draft.update((draft) => (draft.name ? draft : { ...draft, name })));
    });
    const typed = computed(() => !this.done() && changedFields(emptyDraft(this.nazwa()), this.draft()).length > 0);
    const release = inject(UnsavedWork).hold(typed);
    effect((onCleanup) => onCleanup(release));
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.organisation().markAsTouched();
    const faults = [...formFaults(this.organisation), ...this.certainFaults()];
    this.faults.set(faults);
    if (faults.length > 0) return this.summary().focus();
    this.busy.set(true);
    try {
      const created = await this.store.create(fieldsOf(this.draft()) as CreateOrganisation);
      this.done.set(true);
      this.snackBar.open(this.words.created, undefined, { duration: 4000 });
      await this.router.navigate(['/organizacje', created.id], { replaceUrl: true });
    } catch (thrown) {
      this.refuse(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private refuse(thrown: unknown): void {
    const problem = problemOf(thrown);
    this.refusals.set(refusalsOf(problem, this.draft()));
    if (problem.code === 'DUPLICATE') this.answer.reload();
    const faults = formFaults(this.organisation);
    this.faults.set(faults.length > 0 ? faults : [{ field: 'name', message: problemText(problem) }]);
    this.summary().focus();
  }

  /** What is already there may not be made again: the fault leads to the number that says so. */
  private certainFaults(): FieldFault[] {
    return this.duplicates()
      .certain.flatMap((each) => each.by)
      .filter((by, index, all) => all.indexOf(by) === index)
      .map((by) => ({ field: by, message: this.words.faults.certainDuplicate(this.words.duplicates.by[by]) }));
  }

  /** Only identifiers that can be read are worth asking about. A unit shares its municipality's numbers. */
  private question(): { name: string; nip: string; regon: string; krs: string } {
    const draft = this.draft();
    const read = (text: string, parse: (text: string) => ParsedIdentifier) => {
      const parsed = parse(text);
      return parsed.ok && draft.unitOfId === '' ? parsed.value : '';
    };
    const name = draft.name.trim();
    return {
      name: name.length >= 3 ? name.slice(0, 300) : '',
      nip: read(draft.nip, parseNip),
      regon: read(draft.regon, parseRegon),
      krs: read(draft.krs, parseKrs),
    };
  }
}
