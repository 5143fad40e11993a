import { HttpEventType } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { filter, lastValueFrom, Subject, takeUntil, tap } from 'rxjs';
import type { OfferAttachment } from '@zit/contracts';
import { announceFault } from '@zit/domain';
import { attachmentWords } from '@zit/words.pl/attachments';
import { newId } from '../../ui/new-id';
import { problemOf, problemText } from '../../ui/problem';
import { AttachmentHttp } from './attachment-http';

/** A file on its way to an offer. */
export interface Upload {
  /** Also of the attachment: a retry goes to the same place. */
  id: string;
  offer: string;
  member: string;
  file: File;
  /** `REFUSED`: these bytes will not be taken, so trying again makes no sense. */
  state: 'WAITING' | 'ANNOUNCING' | 'SENDING' | 'CHECKING' | 'FAILED' | 'REFUSED';
  /** Bytes that left already. */
  sent: number;
  /** Why it failed, as a sentence. */
  why: string;
}

/** What became of a file, to be said once. */
export interface Outcome {
  offer: string;
  name: string;
  /** Null: it hangs on the offer. */
  why: string | null;
}

/** Names of what a browser offers may be written in two ways; the portal keeps one. */
const nameOf = (file: File): string => file.name.normalize('NFC').trim();
/** Too much, or not what may hang there: told by the server, in words of its own. */
const REFUSALS: readonly number[] = [413, 422];
const RUNNING: readonly Upload['state'][] = ['ANNOUNCING', 'SENDING', 'CHECKING'];

/**
 * Files on their way, one after another, however many were chosen. It lives as long as the page: who goes on to another
 * part of the offer does not break anything off.
 */
@Injectable({ providedIn: 'root' })
export class UploadQueue {
  private readonly http = inject(AttachmentHttp);
  private readonly all = signal<readonly Upload[]>([]);
  private readonly last = signal<Outcome | null>(null);
  private readonly stop = new Subject<string>();

  readonly uploads = this.all.asReadonly();
  /** The newest outcome; a new object each time. */
  readonly outcome = this.last.asReadonly();
  readonly busy = computed(() => this.all().some(({ state }) => state === 'WAITING' || RUNNING.includes(state)));

  constructor() {
    // Closing the window would break off what is on its way; the browser asks in its own words.
    addEventListener('beforeunload', (event) => {
      if (this.busy()) event.preventDefault();
    });
  }

  /** @param attached what hangs on the offer already, for the bounds */
  add(offer: string, member: string, files: readonly File[], attached: readonly OfferAttachment[]): void {
    for (const file of files) {
      const others = [...attached, ...this.underWay(offer).map((upload) => upload.file)];
      const fault = announceFault({ name: nameOf(file), size: file.size }, others);
      const why = fault ? attachmentWords.announce[fault] : '';
      const upload: Upload = { id: newId(), offer, member, file, state: fault ? 'REFUSED' : 'WAITING', sent: 0, why };
      this.all.update((before) => [...before, upload]);
      if (fault) this.last.set({ offer, name: nameOf(file), why });
    }
    void this.next();
  }

  retry(id: string): void {
    this.change(id, { state: 'WAITING', sent: 0, why: '' });
    void this.next();
  }

  /** Breaks off what is on its way and gives its place back; forgets what failed. */
  async drop(id: string): Promise<void> {
    const upload = this.find(id);
    if (!upload) return;
    this.all.update((before) => before.filter((each) => each.id !== id));
    this.stop.next(id);
    // A place that stays empty is cleared by the portal within a day anyway.
    if (upload.state !== 'WAITING' && upload.state !== 'REFUSED')
      await this.http.remove(upload.offer, id).catch(() => undefined);
  }

  private async next(): Promise<void> {
    if (this.all().some(({ state }) => RUNNING.includes(state))) return;
    const upload = this.all().find(({ state }) => state === 'WAITING');
    if (!upload) return;
    await this.send(upload);
    await this.next();
  }

  private async send({ id, offer, member, file }: Upload): Promise<void> {
    const name = nameOf(file);
    this.change(id, { state: 'ANNOUNCING' });
    try {
      const { stored } = await this.http.announce(offer, { id, member, name, about: '', size: file.size });
      // Broken off meanwhile.
      if (!this.find(id)) return await this.http.remove(offer, id).catch(() => undefined);
      if (!stored) await this.bytes(id, offer, file);
      if (!this.find(id)) return;
      this.all.update((before) => before.filter((each) => each.id !== id));
      this.last.set({ offer, name, why: null });
    } catch (thrown) {
      if (!this.find(id)) return;
      const problem = problemOf(thrown);
      const why = problemText(problem);
      const refused = REFUSALS.includes(problem.status);
      this.change(id, { state: refused ? 'REFUSED' : 'FAILED', why });
      // What will never come needs no place.
      if (refused) void this.http.remove(offer, id).catch(() => undefined);
      this.last.set({ offer, name, why });
    }
  }

  private async bytes(id: string, offer: string, file: File): Promise<void> {
    this.change(id, { state: 'SENDING' });
    const sending = this.http.send(offer, id, file).pipe(
      takeUntil(this.stop.pipe(filter((stopped) => stopped === id))),
      tap((event) => {
        if (event.type !== HttpEventType.UploadProgress) return;
        this.change(id, { sent: event.loaded, state: event.loaded >= file.size ? 'CHECKING' : 'SENDING' });
      }),
    );
    await lastValueFrom(sending, { defaultValue: null });
  }

  private underWay(offer: string): readonly Upload[] {
    return this.all().filter((upload) => upload.offer === offer && upload.state !== 'REFUSED');
  }

  private find(id: string): Upload | undefined {
    return this.all().find((upload) => upload.id === id);
  }

  private change(id: string, change: Partial<Upload>): void {
    this.all.update((before) => before.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }
}
