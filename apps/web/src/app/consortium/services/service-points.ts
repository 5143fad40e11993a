import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { ConsortiumFields, ConsortiumResponse } from '@zit/contracts';
import { countyOf, type ServicePoint } from '@zit/domain';
import { pointWords } from '@zit/words.pl/consortium-services';
import { OrganisationStore } from '../../organisation/organisation-store';
import { Icon } from '../../ui/icon';
import { optionalText, textOf } from '../readings';
import { SavedField } from '../saved-field';
import { newId } from '../../ui/new-id';

/** Where people find the centre: one or many addresses. */
@Component({
  selector: 'zit-service-points',
  imports: [Icon, MatButton, MatFormField, MatInput, MatLabel, MatOption, MatSelect, SavedField],
  templateUrl: './service-points.html',
  styleUrl: './service-points.scss',
})
export class ServicePoints {
  readonly facts = input.required<ConsortiumResponse>();
  readonly readonly = input(false);
  readonly changes = output<Partial<ConsortiumFields>>();

  private readonly register = inject(OrganisationStore);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = pointWords;
  protected readonly addressOf = textOf(1, pointWords.addressMissing);
  protected readonly optionalText = optionalText;
  protected readonly fresh = signal('');
  protected readonly refused = signal(false);

  private readonly territory = resource({ loader: () => this.register.territory() });
  /** Municipalities of the centre's county; the centre's own first, before the list has come. */
  protected readonly municipalities = computed(() => {
    const { teryt, municipality } = this.facts().centre;
    const all = this.territory.hasValue() ? this.territory.value().municipalities : [];
    const near = all.filter((one) => countyOf(one.teryt) === countyOf(teryt));
    const known = near.some((one) => one.teryt === teryt) ? near : [{ teryt, name: municipality }, ...near];
    return known.map((one) => ({ teryt: one.teryt, name: one.name }));
  });

  protected change(point: ServicePoint, changes: Partial<ServicePoint>): void {
    this.changes.emit({
      servicePoints: this.facts().servicePoints.map((one) => (one.id === point.id ? { ...one, ...changes } : one)),
    });
  }

  protected add(event: Event): void {
    event.preventDefault();
    const address = this.fresh().trim();
    this.refused.set(address === '');
    if (address === '') {
      return;
    }
    const point = {
      id: newId(),
      teryt: this.facts().centre.teryt,
      address,
      hours: null,
      accessibility: null,
    };
    this.changes.emit({ servicePoints: [...this.facts().servicePoints, point] });
    this.fresh.set('');
  }

  protected remove(point: ServicePoint): void {
    const { servicePoints } = this.facts();
    this.changes.emit({ servicePoints: servicePoints.filter((one) => one.id !== point.id) });
    this.snackBar
      .open(pointWords.removed(point.address), pointWords.undo, { duration: 10_000 })
      .onAction()
      .subscribe(() => this.changes.emit({ servicePoints }));
  }

  protected typeFresh(event: Event): void {
    this.fresh.set((event.target as HTMLInputElement).value);
    this.refused.set(false);
  }
}
