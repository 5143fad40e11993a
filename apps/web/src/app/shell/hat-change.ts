import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';

/**
 * Changes who is looking: another hat, another's eyes, one's own again. The page at hand goes away first (and asks
 * about unsaved work), so that none of its requests leaves under the old hat and nothing of it stays under the new.
 */
@Injectable({ providedIn: 'root' })
export class HatChange {
  private readonly router = inject(Router);
  private readonly failure = signal<unknown>(null);
  /** Why the last change did not happen. */
  readonly problem = this.failure.asReadonly();

  /** True when the change was made; false when the person stayed with unsaved work, or the server refused. */
  async make(change: () => Promise<unknown>): Promise<boolean> {
    const from = this.router.url;
    this.failure.set(null);
    if (!(await this.router.navigateByUrl('/zmiana', { skipLocationChange: true }))) return false;
    try {
      await change();
      await this.router.navigateByUrl('/');
      return true;
    } catch (thrown) {
      this.failure.set(thrown);
      await this.router.navigateByUrl(from);
      return false;
    }
  }
}
