import { Location } from '@angular/common';
import { inject, Injectable } from '@angular/core';

/** 256 bits, as mails carry them after `#`. */
const TOKEN = /^[\w-]{43}$/;

/**
 * The token with which a mail's link came in. It leaves the address bar and the history at once and stays in memory,
 * so that it is still there after signing in.
 */
@Injectable({ providedIn: 'root' })
export class MailToken {
  private readonly location = inject(Location);
  private readonly kept = new Map<string, string>();

  /**
   * @param page address of the page without `#`
   * @param fragment what stands after `#`
   * @returns null when there is no whole token
   */
  take(page: string, fragment: string | null): string | null {
    if (fragment !== null) {
      this.location.replaceState(page);
      if (TOKEN.test(fragment)) this.kept.set(page, fragment);
      else this.kept.delete(page);
    }
    return this.kept.get(page) ?? null;
  }

  /** It was used: it works only once. */
  spend(page: string): void {
    this.kept.delete(page);
  }
}
