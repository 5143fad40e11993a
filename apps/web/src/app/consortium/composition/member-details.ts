import { afterNextRender, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import type { MemberFields, MemberResponse } from '@zit/contracts';
import { memberWords } from '@zit/words.pl/consortium-members';
import { MoneyField } from '../../ui/money-field';
import { countOf, optionalCount, rowsOf } from '../readings';
import { SavedField } from '../saved-field';

/** What a member states inside this consortium; saved as one types. */
@Component({
  selector: 'zit-member-details',
  imports: [MoneyField, SavedField],
  template: `
    <div class="fields">
      <zit-saved-field
        class="whole"
        [label]="words.tasks"
        [hint]="words.tasksHint"
        [rows]="4"
        [value]="member().tasks"
        [write]="joined"
        [read]="rowsOf"
        [readonly]="readonly()"
        (typed)="changes.emit({ tasks: $event })"
      />
      <zit-money-field
        [label]="words.cash"
        [hint]="words.declaredHint"
        [grosze]="member().declaredCashGrosze"
        [readonly]="readonly()"
        (groszeChange)="changes.emit({ declaredCashGrosze: $event })"
      />
      <zit-money-field
        [label]="words.inKind"
        [grosze]="member().declaredInKindGrosze"
        [readonly]="readonly()"
        (groszeChange)="changes.emit({ declaredInKindGrosze: $event })"
      />
      <zit-saved-field
        [label]="words.votes"
        [numeric]="true"
        [value]="member().votes"
        [read]="votes"
        [readonly]="readonly()"
        (typed)="changes.emit({ votes: $event })"
      />
      <zit-saved-field
        [label]="similarLabel()"
        [numeric]="true"
        [fieldId]="id('similarProjects3y')"
        [value]="member().similarProjects3y"
        [read]="projects"
        [readonly]="readonly()"
        (typed)="changes.emit({ similarProjects3y: $event })"
      />
      <zit-money-field
        [label]="words.turnover"
        [fieldId]="id('turnoverGrosze')"
        [grosze]="member().turnoverGrosze"
        [readonly]="readonly()"
        (groszeChange)="changes.emit({ turnoverGrosze: $event })"
      />
    </div>
  `,
  styles: `
    :host {
      display: block;
      padding-block: var(--zit-3) var(--zit-4);
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
      align-items: start;
      gap: var(--zit-3) var(--zit-4);
    }
    .whole {
      grid-column: 1 / -1;
    }
  `,
})
export class MemberDetails {
  readonly member = input.required<MemberResponse>();
  /** In how many years similar projects count. */
  readonly years = input.required<number>();
  readonly readonly = input(false);
  /** The field that a finding asks to fill gets the focus. */
  readonly focusField = input<string | null>(null);
  readonly changes = output<Partial<MemberFields>>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly words = memberWords;
  protected readonly rowsOf = rowsOf;
  protected readonly votes = countOf(1000);
  protected readonly projects = optionalCount(1000);
  protected readonly joined = (tasks: string[]) => tasks.join('\n');
  protected readonly similarLabel = computed(() => memberWords.similarProjects(this.years()));

  constructor() {
    afterNextRender(() => {
      const wanted = this.focusField();
      if (wanted) {
        this.host.nativeElement.querySelector<HTMLElement>(`#${CSS.escape(this.id(wanted))}`)?.focus();
      }
    });
  }

  protected id(field: string): string {
    return `member-${this.member().id}-${field}`;
  }
}
