import { Component, computed, input, output, signal } from '@angular/core';
import type { CallFinding } from '@zit/domain';
import { findingWords } from '@zit/words.pl/frame';
import { Icon } from '../../ui/icon';
import { CallFindingLine } from './call-finding-line';

/** The living check of a call: what stands in the way, what to look at, and, folded, what is in order. */
@Component({
  selector: 'zit-call-check',
  imports: [CallFindingLine, Icon],
  template: `
    @for (verdict of open; track verdict) {
      @if (groups()[verdict].length > 0) {
        <section [attr.data-verdict]="verdict">
          <h3>
            {{ words[verdict] }} <span class="count">{{ groups()[verdict].length }}</span>
          </h3>
          <ul>
            @for (each of groups()[verdict]; track key(each)) {
              <li>
                <zit-call-finding-line
                  [finding]="each"
                  [mends]="mends()"
                  (mend)="mend.emit(each)"
                  (lead)="lead.emit(each)"
                />
              </li>
            }
          </ul>
        </section>
      }
    }
    @if (groups().pass.length > 0) {
      <section data-verdict="pass">
        <h3>
          <button type="button" [attr.aria-expanded]="passedShown()" (click)="passedShown.set(!passedShown())">
            <zit-icon [name]="passedShown() ? 'up' : 'down'" />
            {{ words.pass }} <span class="count">{{ groups().pass.length }}</span>
          </button>
        </h3>
        @if (passedShown()) {
          <ul>
            @for (each of groups().pass; track key(each)) {
              <li><zit-call-finding-line [finding]="each" /></li>
            }
          </ul>
        }
      </section>
    }
    @if (findings().length === 0) {
      <p class="soft">{{ words.none }}</p>
    }
  `,
  styleUrl: '../../ui/findings-list.scss',
})
export class CallCheck {
  readonly findings = input.required<readonly CallFinding[]>();
  readonly mends = input(false);
  readonly mend = output<CallFinding>();
  readonly lead = output<CallFinding>();

  protected readonly words = findingWords;
  protected readonly open = ['fail', 'warning'] as const;
  protected readonly passedShown = signal(false);
  protected readonly groups = computed(() => ({
    fail: this.findings().filter(({ verdict }) => verdict === 'fail'),
    warning: this.findings().filter(({ verdict }) => verdict === 'warning'),
    pass: this.findings().filter(({ verdict }) => verdict === 'pass'),
  }));

  /** Stable while a rule says the same of the same place. */
  protected key({ code, section, path, text }: CallFinding): string {
    return `${code}/${path ?? section}/${text}`;
  }
}
