import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';

/** „Organizacje – Portal ZIT”; pages of things put the thing's name in front themselves. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.set(this.buildTitle(snapshot));
  }

  set(page: string | undefined): void {
    this.title.setTitle(page ? `${page} – ${frameWords.portalShort}` : frameWords.portal);
  }

  /** Screen readers read the title first: it says that the form was refused. */
  markError(): void {
    const now = this.title.getTitle();
    if (!now.startsWith(frameWords.errorPrefix)) this.title.setTitle(frameWords.errorPrefix + now);
  }

  /** The last fault was mended. */
  clearError(): void {
    const now = this.title.getTitle();
    if (now.startsWith(frameWords.errorPrefix)) this.title.setTitle(now.slice(frameWords.errorPrefix.length));
  }
}
