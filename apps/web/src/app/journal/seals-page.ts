import { Component, computed, inject, resource } from '@angular/core';
import { Clipboard } from '@angular/cdk/clipboard';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { formatInstantPl } from '@zit/domain';
import { frameWords } from '@zit/words.pl/frame';
import { sealWords } from '@zit/words.pl/journal-page';
import { PublicHead } from '../shell/public-head';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { JournalHttp, SEALS_FILE } from './journal-http';

/** The seals of the journal, for anybody: who holds a printed document finds here whether they still agree. */
@Component({
  selector: 'zit-seals-page',
  imports: [EmptyState, Icon, Loading, MatButton, PageHead, ProblemNotice, PublicHead],
  templateUrl: './seals-page.html',
  styleUrl: './seals-page.scss',
})
export class SealsPage {
  private readonly http = inject(JournalHttp);
  private readonly clipboard = inject(Clipboard);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = sealWords;
  protected readonly file = SEALS_FILE;
  protected readonly found = resource({ loader: () => this.http.seals() });
  protected readonly seals = computed(() =>
    this.found.hasValue()
      ? this.found.value().map((seal) => ({ ...seal, when: formatInstantPl(seal.sealedAt) }))
      : null,
  );

  protected copy(hash: string): void {
    if (this.clipboard.copy(hash)) this.snackBar.open(frameWords.copied, undefined, { duration: 3_000 });
  }
}
