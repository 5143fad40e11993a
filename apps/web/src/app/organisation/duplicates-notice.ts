import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DuplicateResponse } from '@zit/contracts';
import { organisationWords } from '@zit/words.pl/organisation';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { Icon } from '../ui/icon';

/** The same or a similar organisation that is already there, before a second one is made. */
@Component({
  selector: 'zit-duplicates-notice',
  imports: [Icon, RouterLink],
  templateUrl: './duplicates-notice.html',
  styleUrl: './duplicates-notice.scss',
})
export class DuplicatesNotice {
  readonly found = input.required<DuplicateResponse>();
  protected readonly words = organisationWords.duplicates;
  protected readonly sectors = organisationKindWords.sector;

  protected by(identifiers: readonly ('nip' | 'regon' | 'krs')[]): string {
    return this.words.certain(identifiers.map((each) => this.words.by[each]).join(', '));
  }
}
