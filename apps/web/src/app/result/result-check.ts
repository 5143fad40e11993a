import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { publicResultWords as words } from '@zit/words.pl/result-page';
import type { Verified } from '@zit/verifier';
import { Icon } from '../ui/icon';
import { publicFile, ResultHttp } from './result-http';
import { VERIFIER, Verifier } from './verifier';

/** Works a published result out again, here or on one's own computer, from nothing but its file. */
@Component({
  selector: 'zit-result-check',
  imports: [Icon, MatButton],
  template: `
    <p>{{ words.checkLead }}</p>
    <p>
      <button matButton="filled" type="button" [disabled]="working()" (click)="check()">
        {{ working() ? words.working : words.go }}
      </button>
    </p>
    <div aria-live="polite">
      @if (found(); as found) {
        @if (found.ok) {
          <p class="verdict">
            <zit-icon name="check" /> {{ words.ok }} {{ signedBy() ? words.signed : words.unsigned }}
          </p>
        } @else {
          <p class="verdict"><zit-icon name="block" /> {{ words.wrong }}</p>
          <ul>
            @for (fault of found.faults; track $index) {
              <li>{{ fault }}</li>
            }
          </ul>
        }
      }
      @if (failed()) {
        <p class="verdict"><zit-icon name="warning" /> {{ words.failed }}</p>
      }
    </div>
    <p>{{ words.own }}</p>
    <pre tabindex="0"><code>{{ command() }}</code></pre>
    <p class="files">
      <a [href]="program" download>{{ words.program }}</a>
      <a [href]="file()" download>{{ words.file }}</a>
    </p>
    @if (signedBy(); as key) {
      <p class="soft">
        {{ words.key }} <code>{{ key }}</code>
      </p>
    }
  `,
  styles: `
    .verdict {
      font-weight: 600;
    }
    pre,
    code {
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
    .files {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-2) var(--zit-4);
    }
  `,
})
export class ResultCheck {
  readonly slug = input.required<string>();
  readonly no = input.required<number>();
  readonly name = input.required<string>();
  /** Key of the installation; null: it signs nothing. */
  readonly key = input.required<string | null>();
  readonly signed = input.required<boolean>();
  private readonly http = inject(ResultHttp);
  private readonly verifier = inject(Verifier);
  protected readonly words = words;
  protected readonly program = `/${VERIFIER}`;
  protected readonly working = signal(false);
  protected readonly failed = signal(false);
  protected readonly found = signal<Verified | null>(null);
  protected readonly file = computed(() => publicFile(this.slug(), this.no()));
  protected readonly signedBy = computed(() => (this.signed() ? this.key() : null));
  protected readonly command = computed(() => words.command(this.name(), this.signedBy()));

  protected async check(): Promise<void> {
    this.working.set(true);
    this.failed.set(false);
    this.found.set(null);
    try {
      const text = await this.http.publicText(this.slug(), this.no());
      this.found.set(await this.verifier.verify(text, this.signedBy()));
    } catch {
      this.failed.set(true);
    } finally {
      this.working.set(false);
    }
  }
}
