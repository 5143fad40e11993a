import { inject, Injectable, Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';
import type { ConsortiumResponse, MemberResponse } from '@zit/contracts';
import { exitWords } from '@zit/words.pl/consortium-members';
import { problemOf, problemText } from '../../ui/problem';
import { ConsortiumStore } from '../consortium-store';
import { memberFieldsOf } from '../store/consortium-fields';

/** How long „Cofnij” stays (quality U-07). */
const UNDO_MS = 10_000;

/** A member leaves: asks who inherits, shows what breaks, and for a while can be taken back. */
@Injectable()
export class ExitAct {
  private readonly store = inject(ConsortiumStore);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly injector = inject(Injector);

  async begin(member: MemberResponse): Promise<void> {
    const facts = this.store.facts();
    if (!facts) {
      return;
    }
    const { ExitDialog } = await import('./exit-dialog');
    const answer: { linesTo: string | null } | undefined = await firstValueFrom(
      this.dialog
        .open(ExitDialog, { data: { member, facts }, injector: this.injector, width: '600px', maxWidth: '96vw' })
        .afterClosed(),
    );
    if (answer) {
      await this.finish(member, answer.linesTo);
    }
  }

  private async finish(member: MemberResponse, linesTo: string | null): Promise<void> {
    const before = this.store.facts();
    try {
      await this.store.leave(member.id, linesTo);
    } catch (thrown) {
      this.snackBar.open(problemText(problemOf(thrown)));
      return;
    }
    const bar = this.snackBar.open(exitWords.done(member.name), exitWords.undo, { duration: UNDO_MS });
    bar.onAction().subscribe(() => before && void this.undo(member, before));
  }

  private async undo(member: MemberResponse, before: ConsortiumResponse): Promise<void> {
    try {
      const back = await this.store.addMember(member.organisationId, 'PARTNER');
      const now = this.store.facts();
      if (back && now) {
        this.store.become(asBefore(now, before, member, back));
      }
      this.snackBar.open(exitWords.undone(member.name), undefined, { duration: 4_000 });
    } catch (thrown) {
      this.snackBar.open(`${exitWords.undoFailed} ${problemText(problemOf(thrown))}`);
    }
  }
}

/** The member is a new row; what it had (and what others inherited from it) goes back under its new id. */
export function asBefore(
  now: ConsortiumResponse,
  before: ConsortiumResponse,
  gone: MemberResponse,
  back: MemberResponse,
): ConsortiumResponse {
  const idNow = (id: string) => (id === gone.id ? back.id : id);
  const memberWas = new Map(before.members.map((one) => [idNow(one.id), one]));
  const lineWas = new Map(before.lines.map((line) => [line.id, line]));
  return {
    ...now,
    services: before.services.map((service) => ({ ...service, memberId: idNow(service.memberId) })),
    lines: now.lines.map((line) => ({ ...line, member: idNow(lineWas.get(line.id)?.member ?? line.member) })),
    members: now.members.map((one) => {
      const was = memberWas.get(one.id);
      return was ? { ...one, ...memberFieldsOf(was), role: was.role } : one;
    }),
  };
}
