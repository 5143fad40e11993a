import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { serviceWords } from '@zit/words.pl/consortium-services';
import { EmptyState } from '../../ui/empty-state';
import { ConsortiumStore } from '../consortium-store';
import { ServiceGrid } from './service-grid';
import { ServicePoints } from './service-points';
import { TargetGroups } from './target-groups';

/** What the centre offers, who runs it, for whom and where. */
@Component({
  selector: 'zit-services-page',
  imports: [EmptyState, MatButton, RouterLink, ServiceGrid, ServicePoints, TargetGroups],
  template: `
    @if (store.facts(); as facts) {
      @if (facts.members.length === 0) {
        <zit-empty-state [text]="words.noMembers">
          <a matButton="filled" [routerLink]="['/konsorcja', facts.id]">{{ words.toComposition }}</a>
        </zit-empty-state>
      } @else {
        <zit-service-grid [facts]="facts" [readonly]="!mayEdit()" (changes)="store.change($event)" />
      }
      <zit-target-groups [facts]="facts" [readonly]="!mayEdit()" (changes)="store.change($event)" />
      <zit-service-points [facts]="facts" [readonly]="!mayEdit()" (changes)="store.change($event)" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--zit-7);
    }
  `,
})
export class ServicesPage {
  protected readonly store = inject(ConsortiumStore);
  protected readonly words = serviceWords;
  protected readonly mayEdit = computed(() => this.store.may().edit);
}
