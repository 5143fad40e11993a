import { Component, computed, inject, input, output, signal } from '@angular/core';
import { BreakpointObserver } from '@angular/cdk/layout';
import { NgTemplateOutlet } from '@angular/common';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { ConsortiumFields, ConsortiumResponse } from '@zit/contracts';
import { map } from 'rxjs';
import { SERVICE_AREAS, SERVICES, type ServiceInCatalogue } from '@zit/domain';
import { serviceWords } from '@zit/words.pl/consortium-services';
import { Icon } from '../../ui/icon';
import { fieldsOf } from '../store/consortium-fields';
import { OwnService, type OwnServiceDraft } from './own-service';

/** The catalogue of both areas against the members: who runs which service. */
@Component({
  selector: 'zit-service-grid',
  imports: [Icon, MatButton, NgTemplateOutlet, OwnService],
  templateUrl: './service-grid.html',
  styleUrl: './service-grid.scss',
})
export class ServiceGrid {
  readonly facts = input.required<ConsortiumResponse>();
  readonly readonly = input(false);
  readonly changes = output<Partial<ConsortiumFields>>();

  private readonly snackBar = inject(MatSnackBar);
  /** On phones a service unfolds to its members; a table of boxes would be a scroll of metres. */
  protected readonly narrow = toSignal(
    inject(BreakpointObserver)
      .observe('(max-width: 719px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );
  protected readonly words = serviceWords;
  protected readonly adding = signal(false);
  private readonly planned = computed(
    () => new Set(this.facts().services.map((service) => `${service.code} ${service.memberId}`)),
  );
  protected readonly codes = computed(() => [...SERVICES, ...this.facts().catalogueAdditions].map(({ code }) => code));
  protected readonly areas = computed(() => {
    const chosen = new Set(this.facts().services.map((service) => service.code));
    return SERVICE_AREAS.map((area) => {
      const services = [...SERVICES, ...this.facts().catalogueAdditions].filter((service) => service.area === area);
      return {
        area,
        name: serviceWords.area[area],
        services,
        count: serviceWords.chosen(services.filter(({ code }) => chosen.has(code)).length, services.length),
      };
    });
  });

  protected runs(code: string, memberId: string): boolean {
    return this.planned().has(`${code} ${memberId}`);
  }

  /** Names of those who run it, for the folded service. */
  protected runners(code: string): string {
    const names = this.facts()
      .members.filter((member) => this.runs(code, member.id))
      .map((member) => member.name);
    return names.join(', ') || serviceWords.nobody;
  }

  protected toggle(code: string, memberId: string, event: Event): void {
    const others = this.facts().services.filter((one) => one.code !== code || one.memberId !== memberId);
    const on = (event.target as HTMLInputElement).checked;
    this.changes.emit({ services: on ? [...others, { code, memberId }] : others });
  }

  protected add(service: OwnServiceDraft): void {
    this.changes.emit({ catalogueAdditions: [...fieldsOf(this.facts()).catalogueAdditions, service] });
    this.adding.set(false);
  }

  /** The service goes with everything planned under it; undone, both come back. */
  protected remove(service: ServiceInCatalogue): void {
    const { catalogueAdditions, services } = fieldsOf(this.facts());
    this.changes.emit({
      catalogueAdditions: catalogueAdditions.filter(({ code }) => code !== service.code),
      services: services.filter(({ code }) => code !== service.code),
    });
    this.snackBar
      .open(serviceWords.ownRemoved(service.pl), serviceWords.undo, { duration: 10_000 })
      .onAction()
      .subscribe(() => this.changes.emit({ catalogueAdditions, services }));
  }
}
