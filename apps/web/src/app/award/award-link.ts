import { Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { carryPageWords as words } from '@zit/words.pl/award-page';
import { AwardHttp } from './award-http';

/** Leads to the award of a consortium; without one it says nothing. */
@Component({
  selector: 'zit-award-link',
  imports: [RouterLink],
  template: `
    @if (asked.hasValue() && asked.value().award; as award) {
      <p class="award">
        {{ award.endedAt ? words.fellThrough(award.callNumber) : words.stands(award.callNumber) }}
        <a [routerLink]="['/konsorcja', consortium(), 'przyznanie']">{{ words.open }}</a>
      </p>
    }
  `,
  styles: `
    .award {
      padding: var(--zit-3) var(--zit-4);
      border-inline-start: 4px solid var(--zit-amber);
      background: var(--zit-surface);
    }
  `,
})
export class AwardLink {
  readonly consortium = input.required<string>();
  private readonly http = inject(AwardHttp);
  protected readonly words = words;
  protected readonly asked = resource({
    params: () => this.consortium(),
    loader: ({ params }) => this.http.ofConsortium(params),
  });
}
