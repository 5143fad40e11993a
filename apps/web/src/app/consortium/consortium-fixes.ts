import { inject, Injectable, Injector } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { applyFix, type Fix, type FixStep } from '@zit/domain';
import { fixWords } from '@zit/words.pl/consortium';
import { problemOf, problemText } from '../ui/problem';
import { ConsortiumStore } from './consortium-store';

type Asking = Extract<FixStep, { needs: string }>;
type Plain = Exclude<FixStep, Asking | { act: 'REMOVE_MEMBER' }>;

const isPlain = (step: FixStep): step is Plain => !('needs' in step) && step.act !== 'REMOVE_MEMBER';

/**
 * Carries out a fix with the same acts a person would use: what a machine can finish is done at one click
 * and may be taken back, what needs a person opens at the right place.
 */
@Injectable()
export class ConsortiumFixes {
  private readonly store = inject(ConsortiumStore);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  private readonly injector = inject(Injector);

  async apply(fix: Fix): Promise<void> {
    const before = this.store.facts();
    if (!before?.may.edit) {
      return;
    }
    // All plain steps at once: the later ones name lines by the numbers that the earlier ones leave.
    const plain = fix.steps.filter(isPlain);
    if (plain.length > 0) {
      this.store.become(applyFix(before, { text: fix.text, steps: plain }));
    }
    try {
      for (const step of fix.steps) {
        if (!isPlain(step) && !(await this.take(step))) {
          return;
        }
      }
    } catch (thrown) {
      this.snackBar.open(problemText(problemOf(thrown)));
      return;
    }
    if (plain.length === fix.steps.length) {
      this.offerUndo(fix, () => this.store.become(before));
    }
  }

  private offerUndo(fix: Fix, undo: () => void): void {
    const bar = this.snackBar.open(fixWords.done(fix.text), fixWords.undo, { duration: 10_000 });
    bar.onAction().subscribe(() => {
      undo();
      this.snackBar.open(fixWords.undone, undefined, { duration: 4_000 });
    });
  }

  /** False when the person went away from it. */
  private async take(step: Asking | Extract<FixStep, { act: 'REMOVE_MEMBER' }>): Promise<boolean> {
    switch (step.act) {
      case 'REMOVE_MEMBER':
        await this.store.leave(step.member, step.linesTo);
        return true;
      case 'ADD_MEMBER':
        return this.addMembers(step);
      case 'FILL_MEMBER':
        return this.fillMember(step);
      case 'ADD_LINE':
        return this.goTo('budzet', { dodaj: step.area });
      case 'FILL_LINE':
        return this.goTo('budzet', { pozycja: step.no, pole: step.field });
    }
  }

  private async addMembers({ sectors, role, count }: Extract<FixStep, { act: 'ADD_MEMBER' }>): Promise<boolean> {
    const { openAddMember } = await import('./composition/add-member-dialog');
    for (let left = count; left > 0; left -= 1) {
      if (!(await openAddMember(this.injector, { sectors, role }))) {
        return false;
      }
    }
    return true;
  }

  private fillMember({ member, field }: Extract<FixStep, { act: 'FILL_MEMBER' }>): Promise<boolean> {
    const organisationId = this.store.facts()?.members.find((one) => one.id === member)?.organisationId;
    // Identifiers belong to the organisation's card in the register, the rest to its card in this consortium.
    return organisationId && (field === 'nip' || field === 'regon' || field === 'krs')
      ? this.router.navigate(['/organizacje', organisationId], { fragment: field })
      : this.goTo('', { czlonek: member, pole: field });
  }

  private goTo(tab: string, queryParams: Record<string, string>): Promise<boolean> {
    return this.router.navigate(['/konsorcja', this.store.id(), ...(tab ? [tab] : [])], { queryParams });
  }
}

/** Everything that a page about one consortium needs; the frame provides it to its tabs. */
export const consortiumProviders = [ConsortiumStore, ConsortiumFixes];
