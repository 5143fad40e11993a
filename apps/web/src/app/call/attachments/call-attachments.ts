import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ATTACHMENT_EXTENSIONS, type CallFile } from '@zit/domain';
import { attachmentPageWords } from '@zit/words.pl/attachments';
import { callAttachmentPageWords as words } from '@zit/words.pl/call-attachments';
import { UploadLine } from '../../offer/attachments/upload-line';
import { UploadQueue } from '../../offer/attachments/upload-queue';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { ProblemNotice } from '../../ui/problem-notice';
import { CallDesk } from '../workshop/call-desk';
import { asQueued, CallAttachmentHttp } from './call-attachment-http';
import { CallAttachmentLine } from './call-attachment-line';
import { CallUploads } from './call-uploads';

/** How long the way back from a removal is offered, in milliseconds. */
const UNDO_MS = 12_000;

/** Files of the call that is being written: what may be added is told first; then they are described and ordered. */
@Component({
  selector: 'zit-call-attachments',
  imports: [CallAttachmentLine, EmptyState, Icon, MatButton, ProblemNotice, UploadLine],
  providers: [{ provide: UploadQueue, useFactory: () => inject(CallUploads).queue }],
  templateUrl: './call-attachments.html',
  styleUrl: './call-attachments.scss',
})
export class CallAttachments {
  private readonly desk = inject(CallDesk);
  private readonly http = inject(CallAttachmentHttp);
  private readonly queue = inject(UploadQueue);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = words;
  protected readonly shared = attachmentPageWords;
  protected readonly accept = ATTACHMENT_EXTENSIONS.join(',');
  protected readonly over = signal(false);
  protected readonly said = signal('');
  protected readonly thrown = signal<unknown>(null);
  /** The file for which another one is being chosen. */
  private readonly replaced = signal<CallFile | null>(null);

  protected readonly call = this.desk.call;
  protected readonly files = computed(() => this.call()?.attachments ?? []);
  protected readonly annex = computed(() => this.call()?.state === 'ANNEX');
  protected readonly editable = computed(() => this.desk.may('addCallAttachment'));
  protected readonly uploads = computed(() => this.queue.uploads().filter(({ offer }) => offer === this.call()?.id));
  protected readonly used = computed(() =>
    attachmentPageWords.used(
      this.files().length,
      this.files().reduce((sum, { size }) => sum + size, 0),
    ),
  );

  constructor() {
    effect(() => {
      const outcome = this.queue.outcome();
      if (!outcome || outcome.offer !== untracked(this.call)?.id) return;
      const { name, why } = outcome;
      this.said.set(why === null ? attachmentPageWords.arrived(name) : attachmentPageWords.failed(name, why));
      if (why === null) untracked(() => void this.look());
    });
  }

  protected pick(input: HTMLInputElement): void {
    this.add([...(input.files ?? [])]);
    // The same file may be chosen again, mended.
    input.value = '';
  }

  /** Another file for this one's place. */
  protected choose(file: CallFile, input: HTMLInputElement): void {
    this.replaced.set(file);
    input.click();
  }

  protected pickOne(input: HTMLInputElement): void {
    const [chosen] = input.files ?? [];
    const old = this.replaced();
    if (chosen && old) this.add([chosen], old.id);
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

  protected async move({ id, name }: CallFile, by: -1 | 1): Promise<void> {
    const call = this.call()?.id;
    const place = this.files().findIndex((each) => each.id === id) + by;
    if (call === undefined) return;
    await this.act(() => this.http.change(call, id, { place }), words.moved(name, place + 1, this.files().length));
    // The line went elsewhere, and with it the button that was pressed; at the end only the other one is left.
    setTimeout(() => {
      const ways = by < 0 ? ['wyzej', 'nizej'] : ['nizej', 'wyzej'];
      const buttons = ways.map((way) => document.getElementById(`${way}-${id}`) as HTMLButtonElement | null);
      buttons.find((button) => button?.disabled === false)?.focus();
    });
  }

  protected async remove(file: CallFile): Promise<void> {
    const call = this.call()?.id;
    if (call === undefined) return;
    await this.act(() => this.http.remove(call, file.id));
    if (this.thrown()) return;
    this.snackBar
      .open(attachmentPageWords.removed(file.name), attachmentPageWords.undo, { duration: UNDO_MS })
      .onAction()
      .subscribe(() => void this.act(() => this.http.restore(call, file), attachmentPageWords.restored(file.name)));
  }

  protected look(): Promise<void> {
    return this.act(() => Promise.resolve(), this.said());
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

  private add(files: readonly File[], replaces = ''): void {
    const call = this.call();
    const others = this.files().filter(({ id }) => id !== replaces);
    if (call && this.editable()) this.queue.add(call.id, replaces, files, others.map(asQueued));
  }
}
