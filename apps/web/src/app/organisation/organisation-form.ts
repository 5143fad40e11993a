import { Component, computed, inject, input, output, resource } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { MatSnackBar } from '@angular/material/snack-bar';
import { isLocalGovernment, LEGAL_FORMS, REPRESENTATION_MODES, sectorOf, SECTORS } from '@zit/domain';
import { organisationWords } from '@zit/words.pl/organisation';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { Icon } from '../ui/icon';
import { emptyPerson, type OrganisationDraft } from './organisation-draft';
import { OrganisationStore } from './organisation-store';

const byName = new Intl.Collator('pl');

/** The fields of an organisation, the same for a new one and for one in the register. */
@Component({
  selector: 'zit-organisation-form',
  imports: [
    FormField,
    Icon,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatIconButton,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
  ],
  templateUrl: './organisation-form.html',
  styleUrl: './organisation-form.scss',
})
export class OrganisationForm {
  readonly form = input.required<FieldTree<OrganisationDraft>>();
  /** A field was left: a good moment to save. */
  readonly left = output();

  private readonly store = inject(OrganisationStore);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = organisationWords;
  protected readonly kinds = organisationKindWords;
  protected readonly legalForms = LEGAL_FORMS;
  protected readonly sectors = SECTORS;
  protected readonly modes = REPRESENTATION_MODES;
  protected readonly fields = computed(() => this.form());

  private readonly territory = resource({ loader: () => this.store.territory() });
  protected readonly municipalities = computed(() => {
    if (!this.territory.hasValue()) return [];
    return this.territory.value().municipalities.toSorted((a, b) => byName.compare(a.name, b.name));
  });

  /** Asked only for units of a municipality: for everybody else the question makes no sense. */
  protected readonly mayBeUnit = computed(
    () => this.form()().value().sector === 'JST_UNIT' || this.form()().value().unitOfId !== '',
  );
  private readonly governments = resource({
    params: () => (this.mayBeUnit() ? { sector: 'JST' as const, limit: 100 } : undefined),
    loader: ({ params }) => this.store.list(params),
  });
  protected readonly parents = computed(() =>
    this.governments.hasValue() ? this.governments.value().items.filter((each) => isLocalGovernment(each.sector)) : [],
  );

  /** The sector follows the legal form; whoever knows better changes it afterwards. */
  protected formChosen(code: string): void {
    const sector = sectorOf(code);
    if (sector) this.form().sector().value.set(sector);
  }

  protected addPerson(): void {
    this.form()
      .representation()
      .value.update((rows) => [...rows, emptyPerson()]);
  }

  protected removePerson(index: number): void {
    const rows = this.form().representation().value;
    const removed = rows()[index];
    if (!removed) return;
    rows.update((now) => now.toSpliced(index, 1));
    this.left.emit();
    this.snackBar
      .open(this.words.personRemoved, this.words.undo, { duration: 10_000 })
      .onAction()
      .subscribe(() => {
        rows.update((now) => now.toSpliced(index, 0, removed));
        this.left.emit();
      });
  }
}
