import { Component, computed, inject, Injector, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { ErasureItem } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { dataCareWords } from '@zit/words.pl/personal-page';
import { Act } from '../account/act';
import { ActingFor } from '../shell/acting-for';
import { StatusChip, type Tone } from '../ui/status-chip';
import { Decisions } from './decisions';
import { askToErase } from './erase-dialog';
import { PersonalHttp } from './personal-http';

const TONE: Record<ErasureItem['state'], Tone> = {
  ASKED: 'attention',
  WITHDRAWN: 'quiet',
  ERASED: 'settled',
  REFUSED: 'quiet',
};

/** Requests to be forgotten: each with what would go and what has to stay, and the decision with its ground. */
@Component({
  selector: 'zit-erasure-requests',
  imports: [Decisions, MatButton, MatFormField, MatHint, MatInput, MatLabel, StatusChip],
  templateUrl: './erasure-requests.html',
  styleUrl: './decisions.scss',
  providers: [Act],
})
export class ErasureRequests {
  private readonly http = inject(PersonalHttp);
  private readonly injector = inject(Injector);
  private readonly acting = inject(ActingFor);
  protected readonly act = inject(Act);
  protected readonly words = dataCareWords.erasures;
  /** Request whose ground is too short. */
  protected readonly missing = signal<string | null>(null);
  protected readonly found = resource({ loader: () => this.http.erasures() });
  protected readonly rows = computed(() =>
    this.found.hasValue()
      ? this.found.value().map((item) => ({
          item,
          name: item.personName ?? this.words.erased,
          tone: TONE[item.state],
          state: this.words.state[item.state],
          when: [
            this.words.asked(formatInstantPl(item.askedAt)),
            ...(item.decidedAt ? [this.ended(item.state)(formatInstantPl(item.decidedAt))] : []),
          ].join(', '),
          closed: item.may.reason ?? (item.state === 'ASKED' ? this.acting.why('decideErasure') : null),
          goes: item.plan.filter(({ stays }) => !stays),
          stays: item.plan.filter(({ stays }) => stays),
        }))
      : null,
  );

  private ended(state: ErasureItem['state']): (when: string) => string {
    return state === 'WITHDRAWN' ? this.words.withdrawn : this.words.decided;
  }

  protected async decide(item: ErasureItem, decision: 'ERASE' | 'REFUSE', given: string): Promise<void> {
    const ground = given.trim();
    this.missing.set(ground.length < 3 ? item.id : null);
    if (ground.length < 3) return;
    const erase = decision === 'ERASE';
    if (erase && !(await askToErase(this.injector, item.personName ?? this.words.erased))) return;
    const done = erase ? this.words.erasedDone : this.words.refusedDone;
    if (await this.act.run(() => this.http.decideErasure(item.id, decision, ground), done)) this.found.reload();
  }
}
