import { Component, computed, inject, Injector, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { ReceivedOffer } from '@zit/contracts';
import { formatExactInstantPl, formatInstantPl } from '@zit/domain';
import { attachmentWords } from '@zit/words.pl/attachments';
import { receivedWords } from '@zit/words.pl/offer-receipt';
import { shortHash } from '../../offer/signing/fingerprint';
import { ActingFor } from '../../shell/acting-for';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/problem-notice';
import { StatusChip, type Tone } from '../../ui/status-chip';
import { Countdown } from '../public/countdown';
import { askToAdmit } from './ask-to-admit';
import { receivedAttachment, receivedFile, ReceivedHttp } from './received-http';

/** What was handed in to a call: only how much until the deadline, and why; afterwards each with its instant. */
@Component({
  selector: 'zit-received-offers',
  imports: [Countdown, Icon, Loading, MatButton, ProblemNotice, RouterLink, StatusChip],
  templateUrl: './received-offers.html',
  styleUrl: './received-offers.scss',
})
export class ReceivedOffers {
  readonly call = input.required<string>();
  /** An instant. */
  readonly deadlineAt = input.required<string>();
  /** The call lets the chair admit a late offer. */
  readonly admitsLate = input(false);
  private readonly http = inject(ReceivedHttp);
  private readonly acting = inject(ActingFor);
  private readonly injector = inject(Injector);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = receivedWords;

  protected readonly asked = resource({ params: () => this.call(), loader: ({ params }) => this.http.list(params) });
  protected readonly received = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly deadline = computed(() => formatInstantPl(this.deadlineAt()));
  protected readonly rows = computed(() => this.received()?.offers?.map((offer) => row(this.call(), offer)) ?? null);
  protected readonly anyLate = computed(() => this.rows()?.some(({ lateMs }) => lateMs > 0) ?? false);
  protected readonly admits = computed(
    () => this.admitsLate() && this.acting.has('CHAIR') && this.acting.viewer() === null,
  );

  protected async admit(offer: ReceivedOffer): Promise<void> {
    if (!(await askToAdmit(this.injector, offer))) return;
    this.snackBar.open(receivedWords.admittedDone, undefined, { duration: 5_000 });
    this.asked.reload();
  }
}

const row = (call: string, offer: ReceivedOffer) => ({
  ...offer,
  at: formatExactInstantPl(offer.receivedAt),
  sha: shortHash(offer.sha256),
  file: { href: receivedFile(call, offer.offerId), name: receivedWords.jsonName(offer.receiptNumber) },
  files: offer.attachments.map(({ id, name, size }) => ({
    id,
    href: receivedAttachment(call, offer.offerId, id),
    name: receivedWords.file(name, attachmentWords.sizeOf(size)),
  })),
  chips: chipsOf(offer),
});

function chipsOf({ lateMs, admitted }: ReceivedOffer): { tone: Tone; text: string }[] {
  if (lateMs === 0) return [{ tone: 'settled', text: receivedWords.inTime }];
  const late = { tone: 'attention', text: receivedWords.late(lateMs) } as const;
  return admitted ? [late, { tone: 'settled', text: receivedWords.admitted }] : [late];
}
