import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { formatDatePl, nameOfPath, OFFER_FORM } from '@zit/domain';
import { correctionWords } from '@zit/words.pl/correction';
import { formalWords } from '@zit/words.pl/formal';
import { formalRoomWords } from '@zit/words.pl/formal-room';
import { submitWords } from '@zit/words.pl/offer-signing';
import { Countdown } from '../../call/public/countdown';
import { letterFile } from '../../formal/formal-http';
import { ActingFor } from '../../shell/acting-for';
import { PageTitle } from '../../shell/page-title';
import { ProblemNotice } from '../../ui/problem-notice';
import { OfferPlaces } from '../signing/offer-places';
import { receiptNo, SubmissionHttp } from '../submit/submission-http';
import { OfferDesk } from '../workshop/offer-desk';
import { OfferHead } from '../workshop/offer-head';
import { sectionNamed, slugOf, titleOf } from '../workshop/offer-sections';
import { whyShut } from './correction-state';

/** What an offer was called upon for: what was asked, until when, what opens for it, and the act that opens it. */
@Component({
  selector: 'zit-correction-page',
  imports: [Countdown, MatButton, OfferHead, OfferPlaces, ProblemNotice, RouterLink],
  templateUrl: './correction-page.html',
  styleUrl: './correction-page.scss',
})
export class CorrectionPage {
  protected readonly desk = inject(OfferDesk);
  private readonly http = inject(SubmissionHttp);
  private readonly acting = inject(ActingFor);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = correctionWords;
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);

  protected readonly shown = computed(() => {
    const offer = this.desk.offer();
    if (!offer?.correction) return null;
    const { id, dueOn, closesAt, items, fields, answer } = offer.correction;
    return {
      closesAt,
      until: correctionWords.until(formatDatePl(dueOn)),
      shut: whyShut(offer),
      items: items.map(({ code, texts }) => ({
        ...{ code, texts },
        name: formalRoomWords.unmet(formalWords.items[code]),
      })),
      parts: fields.map((path) => ({
        name: this.nameOf(path),
        slug: slugOf(sectionNamed(path.split('.')[0] ?? '') ?? 'basics'),
      })),
      // The call for correction and its letter have one id.
      letter: letterFile(id, 'pdf'),
      answer: answer === null ? null : { number: answer, no: receiptNo(answer) },
    };
  });
  /** Why there is no button; null: there is one. */
  protected readonly obstacle = computed(() => {
    if (this.acting.viewer()) return submitWords.viewOnly;
    return this.desk.offer()?.me.submits ? null : correctionWords.leaderOnly;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(`${this.desk.title()}: ${correctionWords.title}`));
  }

  protected async begin(): Promise<void> {
    const offer = this.desk.offer();
    if (!offer || this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      await this.desk.take(await this.http.correct(offer.id));
      this.snackBar.open(correctionWords.opened, undefined, { duration: 5_000 });
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  /** „Budżet: kwota oferty”; of a whole section its title. */
  private nameOf(path: string): string {
    const section = sectionNamed(path);
    const contents = this.desk.contents();
    if (section || !contents) return section ? titleOf(section) : path;
    const names = Object.fromEntries((this.desk.offer()?.members ?? []).map(({ id, name }) => [id, name]));
    return nameOfPath(OFFER_FORM, contents, path, names);
  }
}
