import { Component, computed, inject, resource, signal } from '@angular/core';
import { form, FormField, maxLength } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { formatInstantPl } from '@zit/domain';
import { ownDataWords } from '@zit/words.pl/personal-page';
import { Act } from '../account/act';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { PersonalHttp } from './personal-http';

/** Asking to be forgotten: what it means, why it may be closed, and what became of the request. */
@Component({
  selector: 'zit-own-erasure',
  imports: [FormField, Loading, MatButton, MatFormField, MatHint, MatInput, MatLabel, ProblemNotice],
  template: `
    <h2>{{ words.title }}</h2>
    <p class="soft">{{ words.lead }}</p>
    @if (own.error(); as thrown) {
      <zit-problem-notice [thrown]="thrown" (retry)="own.reload()" />
    } @else if (own.hasValue()) {
      @let now = own.value();
      @if (state(); as text) {
        <p role="status">{{ text }}</p>
        @if (now.asked?.ground; as ground) {
          <p>{{ words.ground(ground) }}</p>
        }
      }
      @if (now.may.reason; as reason) {
        <p id="erasure-closed">{{ reason }}</p>
      }
      @if (open()) {
        <form (submit)="send($event)" novalidate>
          <mat-form-field appearance="outline" hideRequiredMarker>
            <mat-label>{{ words.reason }}</mat-label>
            <textarea matInput id="erasure-reason" rows="3" [formField]="entry.reason"></textarea>
            <mat-hint>{{ words.reasonHint }}</mat-hint>
          </mat-form-field>
          <span class="buttons">
            <button matButton="filled" type="submit">{{ act.busy() ? words.sending : words.send }}</button>
            <button matButton type="button" (click)="open.set(false)">{{ words.cancel }}</button>
          </span>
        </form>
      } @else if (now.asked?.state === 'ASKED') {
        <button matButton="outlined" type="button" (click)="withdraw()">{{ words.withdraw }}</button>
      } @else {
        <button
          matButton="outlined"
          type="button"
          [disabled]="!now.may.ask"
          [attr.aria-describedby]="now.may.reason ? 'erasure-closed' : null"
          (click)="open.set(true)"
        >
          {{ words.begin }}
        </button>
      }
      @if (act.refused(); as text) {
        <p class="refused" role="alert">{{ text }}</p>
      }
    } @else {
      <zit-loading />
    }
  `,
  styleUrl: '../account/section.scss',
  providers: [Act],
})
export class OwnErasure {
  private readonly http = inject(PersonalHttp);
  protected readonly act = inject(Act);
  protected readonly words = ownDataWords.erasure;
  protected readonly open = signal(false);
  protected readonly entry = form(signal({ reason: '' }), (path) => {
    maxLength(path.reason, 1000);
  });
  protected readonly own = resource({ loader: () => this.http.ownErasure() });
  protected readonly state = computed(() => {
    const asked = this.own.hasValue() ? this.own.value().asked : null;
    return asked ? this.words.state[asked.state](formatInstantPl(asked.askedAt)) : null;
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.entry.reason().value().trim() || null;
    if (!(await this.act.run(() => this.http.askErasure(reason), this.words.sent))) return;
    this.entry.reason().value.set('');
    this.open.set(false);
    this.own.reload();
  }

  protected async withdraw(): Promise<void> {
    // Also when it was refused: somebody may have decided meanwhile.
    await this.act.run(() => this.http.withdrawErasure(), this.words.withdrawn);
    this.own.reload();
  }
}
