import { Component, computed, inject, input, model, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { OrganisationListItem } from '@zit/contracts';
import type { Role, Sector } from '@zit/domain';
import { inviteWords } from '@zit/words.pl/people-page';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { OrganisationStore } from '../organisation/organisation-store';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { misfitOf } from './role-choices';

const PAUSE_MS = 250;
/** More than this means that the search says too little. */
const SHOWN = 10;

/** One organisation of the register, found by its name or number. */
@Component({
  selector: 'zit-organisation-choice',
  imports: [Loading, MatButton, MatFormField, MatHint, MatInput, MatLabel, ProblemNotice],
  template: `
    <fieldset id="organisation" tabindex="-1" [attr.aria-describedby]="fault() ? 'organisation-fault' : null">
      <legend>{{ words.organisation }}</legend>
      @if (fault(); as text) {
        <p class="fault" id="organisation-fault">{{ text }}</p>
      }
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
        } @else if (rows(); as all) {
          @for (row of all; track row.organisation.id) {
            <label [class.closed]="row.why">
              <input
                type="radio"
                name="organisation"
                [disabled]="row.why !== null"
                (change)="chosen.set(row.organisation)"
              />
              <span>
                {{ row.organisation.name }} <span class="soft">{{ aboutOf(row.organisation) }}</span>
                @if (row.why) {
                  <span class="soft why">{{ row.why }}</span>
                }
              </span>
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
    .closed {
      cursor: default;
    }
    .why {
      display: block;
    }
  `,
})
export class OrganisationChoice {
  /** Only organisations of this sector; not given: all. */
  readonly sector = input<Sector>();
  /** The role that the organisation is to be chosen for: where it cannot be held, the row says why. */
  readonly role = input<Role | null>(null);
  /** A sentence of the form or of the server about this field. */
  readonly fault = input<string | null>(null);
  readonly chosen = model<OrganisationListItem | null>(null);
  private readonly register = inject(OrganisationStore);
  protected readonly words = inviteWords;
  protected readonly search = signal('');
  protected readonly found = resource({
    params: () => ({ search: this.search(), sector: this.sector() }),
    loader: async ({ params }) => (await this.register.list({ ...params, limit: SHOWN })).items,
  });
  protected readonly rows = computed(() => {
    const role = this.role();
    if (!this.found.hasValue()) return null;
    return this.found.value().map((organisation) => {
      const misfit = role && misfitOf(role, organisation);
      return { organisation, why: misfit ? inviteWords.misfit[misfit] : null };
    });
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
