import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ownDataWords } from '@zit/words.pl/personal-page';
import { Act } from '../account/act';
import { ActingFor } from '../shell/acting-for';
import { Icon } from '../ui/icon';
import { PageHead } from '../ui/page-head';
import { OwnClauses } from './own-clauses';
import { OwnErasure } from './own-erasure';
import { EXPORT_PAGE, PersonalHttp } from './personal-http';

/** „Moje dane osobowe” */
@Component({
  selector: 'zit-own-data-page',
  imports: [Icon, MatButton, OwnClauses, OwnErasure, PageHead, RouterLink],
  templateUrl: './own-data-page.html',
  styleUrl: './own-data-page.scss',
  providers: [Act],
})
export class OwnDataPage {
  private readonly http = inject(PersonalHttp);
  private readonly acting = inject(ActingFor);
  protected readonly act = inject(Act);
  protected readonly words = ownDataWords;
  protected readonly page = EXPORT_PAGE;
  protected readonly crumbs = [{ name: ownDataWords.crumb, link: '/konto' }];
  protected readonly viewed = () => this.acting.viewer() !== null;

  /** The file is made in the browser from the answer, so that a refusal is told here and not saved as a file. */
  protected async save(): Promise<void> {
    await this.act.run(async () => {
      const url = URL.createObjectURL(new Blob([await this.http.data()], { type: 'application/json' }));
      const link = Object.assign(document.createElement('a'), { href: url, download: this.words.export.fileName });
      link.click();
      URL.revokeObjectURL(url);
    }, this.words.export.done);
  }
}
