import { Component, computed, effect, ElementRef, inject, signal, untracked, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ATTACHMENT_EXTENSIONS, CORRECTION_FILES, mayAttach } from '@zit/domain';
import { attachmentPageWords as words } from '@zit/words.pl/attachments';
import type { OfferAttachment } from '@zit/contracts';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { keepsFocus } from '../../ui/keeps-focus';
import { ProblemNotice } from '../../ui/problem-notice';
import { closedByCorrection } from '../correction/correction-state';
import { OfferDesk } from '../workshop/offer-desk';
import { AttachmentHttp } from './attachment-http';
import { AttachmentLine } from './attachment-line';
import { UploadLine } from './upload-line';
import { UploadQueue } from './upload-queue';

/** How long the way back from a removal is offered, in milliseconds. */
const UNDO_MS = 12_000;

/** Files that hang on the open offer: what may be added is told first, then added by dropping or choosing. */
@Component({
  selector: 'zit-offer-attachments',
  imports: [AttachmentLine, EmptyState, Icon, MatButton, ProblemNotice, UploadLine],
  templateUrl: './offer-attachments.html',
  styleUrl: './offer-attachments.scss',
})
export class OfferAttachments {
  private readonly desk = inject(OfferDesk);
  private readonly http = inject(AttachmentHttp);
  private readonly queue = inject(UploadQueue);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = words;
  protected readonly accept = ATTACHMENT_EXTENSIONS.join(',');
  protected readonly over = signal(false);
  protected readonly said = signal('');
  protected readonly thrown = signal<unknown>(null);
  private readonly chosen = signal<string | null>(null);
  private readonly chooser = viewChild<string, ElementRef<HTMLElement>>('chooser', { read: ElementRef });

  protected readonly offer = this.desk.offer;
  protected readonly attached = computed(() => this.offer()?.attachments ?? []);
  protected readonly uploads = computed(() => this.queue.uploads().filter(({ offer }) => offer === this.offer()?.id));
  protected readonly used = computed(() =>
    words.used(
      this.attached().length,
      this.attached().reduce((sum, { size }) => sum + size, 0),
    ),
  );
  protected readonly closed = computed(() => {
    const offer = this.offer();
    return offer?.state === 'SUBMITTED' || (offer ? closedByCorrection(offer, CORRECTION_FILES) !== null : false);
  });
  /** Members whose files the person may add: their own first. */
  protected readonly owners = computed(() => {
    const offer = this.offer();
    if (!offer || this.closed()) return [];
    const own = (id: string) => Number(id !== offer.me.member);
    return offer.members.filter(({ id }) => this.may(id)).sort((a, b) => own(a.id) - own(b.id));
  });
  protected readonly owner = computed(() => {
    const owners = this.owners();
    return owners.find(({ id }) => id === this.chosen())?.id ?? owners[0]?.id ?? null;
  });

  constructor() {
    keepsFocus('.drop button');
    effect(() => {
      const outcome = this.queue.outcome();
      if (!outcome || outcome.offer !== untracked(this.offer)?.id) return;
      this.said.set(outcome.why === null ? words.arrived(outcome.name) : words.failed(outcome.name, outcome.why));
      if (outcome.why === null) untracked(() => void this.desk.look());
    });
  }

  protected nameOf(member: string): string {
    return this.desk.nameOf(member);
  }

  protected mayChange({ member }: OfferAttachment): boolean {
    return !this.closed() && this.may(member);
  }

  protected choose(event: Event): void {
    this.chosen.set((event.target as HTMLSelectElement).value);
  }

  protected pick(input: HTMLInputElement): void {
    this.add([...(input.files ?? [])]);
    // The same file may be chosen again, mended.
    input.value = '';
  }

  protected drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.add([...(event.dataTransfer?.files ?? [])]);
  }

  protected async remove({ id, member, name, size, about }: OfferAttachment): Promise<void> {
    const offer = this.offer()?.id;
    if (offer === undefined) return;
    await this.act(() => this.http.remove(offer, id));
    if (this.thrown()) return;
    this.snackBar
      .open(words.removed(name), words.undo, { duration: UNDO_MS })
      .onAction()
      .subscribe(() => {
        // The button that brought it back goes away with its message.
        this.chooser()?.nativeElement.focus();
        void this.act(() => this.http.announce(offer, { id, member, name, about, size }), words.restored(name));
      });
  }

  protected look(): Promise<void> {
    return this.desk.look();
  }

  private async act(work: () => Promise<unknown>, done = ''): Promise<void> {
    this.thrown.set(null);
    try {
      await work();
      await this.desk.look();
      this.said.set(done);
    } catch (thrown) {
      this.thrown.set(thrown);
    }
  }

  private add(files: readonly File[]): void {
    const [offer, owner] = [this.offer(), this.owner()];
    if (offer && owner !== null) this.queue.add(offer.id, owner, files, offer.attachments);
  }

  private may(member: string): boolean {
    const offer = this.offer();
    return (
      offer !== null &&
      mayAttach(
        member,
        offer.me,
        offer.loans,
        offer.members.map(({ id }) => id),
      )
    );
  }
}
