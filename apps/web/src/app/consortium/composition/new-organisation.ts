import {
  Component,
  computed,
  debounced,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { CreateOrganisation } from '@zit/contracts';
import { LEGAL_FORMS, parseKrs, parseNip, parseRegon, sectorOf } from '@zit/domain';
import { addMemberWords } from '@zit/words.pl/consortium-members';
import { organisationWords } from '@zit/words.pl/organisation';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { formFaults, refusalsOf } from '../../organisation/form-faults';
import { emptyDraft, fieldsOf } from '../../organisation/organisation-draft';
import { organisationSchema, type Refusals } from '../../organisation/organisation-schema';
import { OrganisationStore } from '../../organisation/organisation-store';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';
import { Icon } from '../../ui/icon';
import { problemOf } from '../../ui/problem';
import { ProblemNotice } from '../../ui/problem-notice';

/** Asked after the typing stops, so that half a NIP is not looked up. */
const DUPLICATES_PAUSE_MS = 400;

/** The few things that a consortium needs to know of a new organisation; the rest waits in the register. */
@Component({
  selector: 'zit-new-organisation',
  imports: [
    ErrorSummary,
    FormField,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    ProblemNotice,
  ],
  templateUrl: './new-organisation.html',
  styleUrl: './new-organisation.scss',
})
export class NewOrganisation {
  /** What was searched for in vain is probably the name. */
  readonly name = input('');
  /** The organisation was written, but the consortium would not take it. */
  readonly joinRefusal = input<unknown>(null);
  readonly created = output<string>();
  /** It is in the register already: the text under which it is found. */
  readonly existing = output<string>();
  readonly back = output();

  private readonly register = inject(OrganisationStore);
  protected readonly words = addMemberWords;
  protected readonly organisationWords = organisationWords;
  protected readonly legalForms = LEGAL_FORMS;
  protected readonly numbers = ['nip', 'regon', 'krs'] as const;
  private readonly draft = linkedSignal(() => emptyDraft(/^[\d\s-]*$/.test(this.name()) ? '' : this.name()));
  private readonly refusals = signal<Refusals>({});
  protected readonly organisation = form(this.draft, organisationSchema(this.refusals));
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  protected readonly sector = computed(() => {
    const { sector } = this.draft();
    return sector === '' ? null : addMemberWords.sectorOf(organisationKindWords.sector[sector]);
  });
  private readonly summary = viewChild.required(ErrorSummary);
  /** The sentence about the missing form stands at the field too. */
  protected readonly formFault = computed(() => this.faults().find((fault) => fault.field === 'legalForm')?.message);
  private writtenId: string | null = null;

  private readonly asked = debounced(() => this.identifiers(), DUPLICATES_PAUSE_MS);
  private readonly answer = resource({
    params: () => {
      const asked = this.asked.hasValue() ? this.asked.value() : null;
      return asked && Object.values(asked).some(Boolean) ? asked : undefined;
    },
    loader: ({ params }) => this.register.duplicates(params),
  });
  protected readonly certain = computed(() => (this.answer.hasValue() ? this.answer.value().certain : []));

  protected formChosen(code: string): void {
    this.draft.update((draft) => ({ ...draft, sector: sectorOf(code) ?? '' }));
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    this.organisation().markAsTouched();
    this.faults.set(
      this.certain().length > 0 ? [{ field: 'nip', message: addMemberWords.certain }] : this.formFaults(),
    );
    if (this.faults().length > 0) {
      this.summary().focus();
    }
    if (this.busy() || this.faults().length > 0) {
      return;
    }
    this.busy.set(true);
    this.thrown.set(null);
    try {
      // Written once, however often joining has to be tried.
      this.writtenId ??= (await this.register.create(fieldsOf(this.draft()) as CreateOrganisation)).id;
      this.created.emit(this.writtenId);
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.refusals.set(refusalsOf(problem, this.draft()));
      this.faults.set(this.formFaults());
      this.thrown.set(this.faults().length > 0 ? null : thrown);
    } finally {
      this.busy.set(false);
    }
  }

  /** Without a legal form there is no sector, and the choice of the form is what the person sees. */
  private formFaults(): FieldFault[] {
    return formFaults(this.organisation).map((fault) =>
      fault.field === 'sector' ? { field: 'legalForm', message: addMemberWords.missingForm } : fault,
    );
  }

  private identifiers(): { nip: string; regon: string; krs: string } {
    const { nip, regon, krs } = this.draft();
    const read = (parsed: ReturnType<typeof parseNip>) => (parsed.ok ? parsed.value : '');
    return { nip: read(parseNip(nip)), regon: read(parseRegon(regon)), krs: read(parseKrs(krs)) };
  }
}
