import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { nameKey, SERVICE_AREAS, type ServiceArea } from '@zit/domain';
import { serviceWords } from '@zit/words.pl/consortium-services';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';

export interface OwnServiceDraft {
  code: string;
  area: ServiceArea;
  pl: string;
  justification: string;
}

/** Prefix of the area, then the name in plain capitals: `LM_WARSZTAT_STOLARSKI`. */
export const codeOf = (area: ServiceArea, name: string): string => {
  const words = nameKey(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return `${area === 'LABOUR_MARKET' ? 'LM' : 'SS'}_${words.toUpperCase().slice(0, 50)}`;
};

/** A service outside the catalogue, with the reason that N11 asks for. */
@Component({
  selector: 'zit-own-service',
  imports: [ErrorSummary, MatButton, MatFormField, MatHint, MatInput, MatLabel],
  template: `
    <form (submit)="submit($event)" novalidate aria-labelledby="own-heading">
      <h3 id="own-heading">{{ words.ownTitle }}</h3>
      <zit-error-summary [faults]="faults()" />
      <fieldset>
        <legend>{{ words.ownArea }}</legend>
        @for (each of areas; track each) {
          <label>
            <input type="radio" name="own-area" [checked]="area() === each" (change)="area.set(each)" />
            {{ words.area[each] }}
          </label>
        }
      </fieldset>
      <mat-form-field appearance="outline">
        <mat-label>{{ words.ownName }}</mat-label>
        <input matInput id="own-name" maxlength="200" [value]="name()" (input)="name.set(textOf($event))" />
      </mat-form-field>
      <mat-form-field appearance="outline">
        <mat-label>{{ words.ownJustification }}</mat-label>
        <textarea
          matInput
          id="own-justification"
          rows="3"
          maxlength="1000"
          [value]="justification()"
          (input)="justification.set(textOf($event))"
        ></textarea>
        <mat-hint>{{ words.ownHint }}</mat-hint>
      </mat-form-field>
      <div class="acts">
        <button matButton="filled" type="submit">{{ words.ownAdd }}</button>
        <button matButton type="button" (click)="cancelled.emit()">{{ words.cancel }}</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--zit-3);
      max-inline-size: 640px;
      margin-block: var(--zit-4);
      padding: var(--zit-4);
      border: 1px solid var(--zit-line-strong);
      border-radius: 10px;
      background: var(--zit-surface);
    }
    h3 {
      margin: 0;
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--zit-5);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: var(--zit-2);
      min-block-size: var(--zit-touch);
    }
    input[type='radio'] {
      inline-size: 20px;
      block-size: 20px;
      margin: 0;
      accent-color: var(--zit-sea);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-2);
    }
  `,
})
export class OwnService {
  /** Codes that are taken. */
  readonly codes = input.required<readonly string[]>();
  readonly added = output<OwnServiceDraft>();
  readonly cancelled = output();

  protected readonly words = serviceWords;
  protected readonly areas = SERVICE_AREAS;
  protected readonly area = signal<ServiceArea>('LABOUR_MARKET');
  protected readonly name = signal('');
  protected readonly justification = signal('');
  private readonly refused = signal(false);
  private readonly summary = viewChild.required(ErrorSummary);
  private readonly draft = computed<OwnServiceDraft>(() => ({
    code: codeOf(this.area(), this.name()),
    area: this.area(),
    pl: this.name().trim(),
    justification: this.justification().trim(),
  }));
  private readonly wrong = computed<FieldFault[]>(() => {
    const { code, pl, justification } = this.draft();
    return [
      ...(pl.length < 2 || code.length < 4 ? [{ field: 'own-name', message: serviceWords.ownNameMissing }] : []),
      ...(this.codes().includes(code) ? [{ field: 'own-name', message: serviceWords.ownTwice }] : []),
      ...(justification.length < 10
        ? [{ field: 'own-justification', message: serviceWords.ownJustificationShort }]
        : []),
    ];
  });
  protected readonly faults = computed(() => (this.refused() ? this.wrong() : []));

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.wrong().length > 0) {
      this.refused.set(true);
      this.summary().focus();
      return;
    }
    this.added.emit(this.draft());
  }
}
