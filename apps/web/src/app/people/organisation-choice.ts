import { Component, inject, input, model, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { OrganisationListItem } from '@zit/contracts';
import type { Sector } from '@zit/domain';
import { inviteWords } from '@zit/words.pl/people-page';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { OrganisationStore } from '../organisation/organisation-store';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';

const PAUSE_MS = 250;
/** More than this means that the search says too little. */
const SHOWN = 10;

/** One organisation of the register, found by its name or number. */
@Component({
  selector: 'zit-organisation-choice',
  imports: [Loading, MatButton, MatFormField, MatHint, MatInput, MatLabel, ProblemNotice],
  template: `
    <fieldset>
      <legend>{{ words.organisation }}</legend>
      @if (chosen(); as organisation) {
        <p class="chosen">
          <span
            ><strong>{{ organisation.name }}</strong> <span class="soft">{{ aboutOf(organisation) }}</span></span
          >
          <button matButton type="button" (click)="chosen.set(null)">{{ words.organisationChange }}</button>
        </p>
      } @else {
        <mat-form-field appearance="outline">
          <mat-label>{{ words.organisationSearch }}</mat-label>
          <input matInput type="search" autocomplete="off" maxlength="100" (input)="type($event)" />
          <mat-hint>{{ words.organisationHint }}</mat-hint>
        </mat-form-field>
        @if (found.error(); as thrown) {
          <zit-problem-notice [thrown]="thrown" (retry)="found.reload()" />
        } @else if (found.hasValue()) {
          @for (each of found.value(); track each.id) {
            <label>
              <input type="radio" name="organisation" (change)="chosen.set(each)" />
              <span
                >{{ each.name }} <span class="soft">{{ aboutOf(each) }}</span></span
              >
            </label>
          } @empty {
            <p role="status">{{ words.organisationNone(search()) }}</p>
          }
        } @else {
          <zit-loading />
        }
      }
    </fieldset>
  `,
  styleUrl: './invite-page.scss',
  styles: `
    .chosen {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--zit-2);
      padding: var(--zit-2) var(--zit-3);
      border: 1px solid var(--zit-line);
      background: var(--zit-sea-soft);
    }
  `,
})
export class OrganisationChoice {
  /** Only organisations of this sector; not given: all. */
  readonly sector = input<Sector>();
  readonly chosen = model<OrganisationListItem | null>(null);
  private readonly register = inject(OrganisationStore);
  protected readonly words = inviteWords;
  protected readonly search = signal('');
  protected readonly found = resource({
    params: () => ({ search: this.search(), sector: this.sector() }),
    loader: async ({ params }) => (await this.register.list({ ...params, limit: SHOWN })).items,
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected aboutOf({ sector, municipality }: OrganisationListItem): string {
    return [organisationKindWords.sector[sector], municipality].filter(Boolean).join(', ');
  }

  protected type(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search.set(text), PAUSE_MS);
  }
}
