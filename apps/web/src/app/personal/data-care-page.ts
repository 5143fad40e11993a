import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { dataCareWords } from '@zit/words.pl/personal-page';
import { PeopleTabs } from '../people/people-tabs';
import { ActingFor } from '../shell/acting-for';
import { EmptyState } from '../ui/empty-state';
import { PageHead } from '../ui/page-head';
import { ErasureRequests } from './erasure-requests';
import { RetentionProposals } from './retention-proposals';

/** „Dane osobowe w portalu”: what the programme decides about other people's data. */
@Component({
  selector: 'zit-data-care-page',
  imports: [EmptyState, ErasureRequests, PageHead, PeopleTabs, RetentionProposals, RouterLink],
  template: `
    <zit-page-head [heading]="words.title">
      <p class="soft">{{ words.lead }}</p>
    </zit-page-head>
    @if (acting.may('listErasures')) {
      <zit-people-tabs />
      <zit-erasure-requests />
      <zit-retention-proposals />
    } @else {
      <zit-empty-state [heading]="frame.noRight.title" [text]="words.noRight">
        <a routerLink="/">{{ frame.noRight.back }}</a>
      </zit-empty-state>
    }
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 960px;
    }
  `,
})
export class DataCarePage {
  protected readonly acting = inject(ActingFor);
  protected readonly words = dataCareWords;
  protected readonly frame = frameWords;
}
