import {
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { PersonGrant, PersonItem } from '@zit/contracts';
import { formatDatePl, formatInstantPl, inWarsaw } from '@zit/domain';
import { grantedRole } from '@zit/words.pl/county';
import { peopleWords, revokeWords } from '@zit/words.pl/people-page';
import { SessionStore } from '../session/session-store';
import { ActingFor } from '../shell/acting-for';
import { HatChange } from '../shell/hat-change';
import { Viewing } from '../shell/viewing';
import { ProblemNotice } from '../ui/problem-notice';
import { StatusChip } from '../ui/status-chip';
import { askToRevoke } from './revoke-dialog';
import { PeopleHttp } from './people-http';
import { askWhyToView } from './view-as-dialog';

/** One person: what they may do and for whom, and the acts on that. */
@Component({
  selector: 'zit-person-row',
  imports: [MatButton, ProblemNotice, RouterLink, StatusChip],
  templateUrl: './person-row.html',
  styleUrl: './person-row.scss',
})
export class PersonRow {
  readonly person = input.required<PersonItem>();
  /** A role was taken: the list is not as it was. */
  readonly changed = output();

  private readonly http = inject(PeopleHttp);
  private readonly session = inject(SessionStore);
  private readonly viewing = inject(Viewing);
  private readonly change = inject(HatChange);
  private readonly snackBar = inject(MatSnackBar);
  private readonly injector = inject(Injector);
  private readonly gone = inject(DestroyRef);
  protected readonly acting = inject(ActingFor);
  protected readonly words = peopleWords;
  protected readonly failed = signal<unknown>(null);
  protected readonly busy = signal(false);

  protected readonly seen = computed(() => {
    const { seenAt } = this.person();
    return seenAt ? peopleWords.seen(formatInstantPl(seenAt)) : peopleWords.neverSeen;
  });
  protected readonly grants = computed(() =>
    this.person().grants.map((grant) => ({
      grant,
      role: grantedRole(grant),
      where: grant.organisationName,
      since: peopleWords.since(formatDatePl(inWarsaw(grant.grantedAt).date)),
      // A hat of another's is only looked at.
      closed: this.acting.viewer() ? peopleWords.viewOnly : grant.may.reason,
      revokes: grant.may.revoke && !this.acting.viewer(),
    })),
  );

  private readonly name = viewChild.required<ElementRef<HTMLElement>>('name');

  protected async revoke(grant: PersonGrant): Promise<void> {
    const person = this.person();
    const self = this.session.person()?.id === person.id;
    if (this.busy() || !(await askToRevoke(this.injector, { person, grant, self }))) return;
    await this.act(async () => {
      await this.http.revoke(grant.id);
      this.snackBar.open(revokeWords.done(person.name), undefined, { duration: 4_000 });
      // One's own role may be the hat that is worn.
      if (self) await this.session.reload();
      this.keepFocus();
      this.changed.emit();
    });
  }

  protected async view(): Promise<void> {
    const person = this.person();
    if (this.busy()) return;
    const reason = await askWhyToView(this.injector, person.name);
    if (reason === null) return;
    await this.act(async () => {
      // Asked from here: the server may want the password first, and a refusal is said beside the person.
      const seen = await this.viewing.begin({ personId: person.id, reason });
      await this.change.make(() => Promise.resolve(this.session.take(seen)));
    });
  }

  /** The button goes with the role: whoever came by keyboard stays at the person, or, if they go too, at the next. */
  private keepFocus(): void {
    const { nativeElement: name } = this.name();
    const next = name.closest('li')?.nextElementSibling?.querySelector<HTMLElement>('h2');
    const heading = document.querySelector<HTMLElement>('h1');
    name.focus();
    this.gone.onDestroy(() => {
      if (document.activeElement !== document.body) return;
      (next?.isConnected ? next : heading)?.focus();
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failed.set(null);
    try {
      await work();
    } catch (thrown) {
      this.failed.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
