import { inject, Injectable, Injector } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { applyFix, NEW_MEMBER, type Fix, type FixStep } from '@zit/domain';
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
    try {
      const done = await this.carryOut(fix);
      if (done && fix.steps.every(isPlain)) {
        this.offerUndo(fix, () => this.store.become(before));
      }
    } catch (thrown) {
      this.snackBar.open(problemText(problemOf(thrown)), undefined, { duration: 10_000 });
    }
  }

  /**
   * Who joins comes first, because money may go to it; then everything a machine can do, at once, because later
   * steps name lines by the numbers that earlier ones leave; who leaves goes last. False when a person went away.
   */
  private async carryOut({ text, steps }: Fix): Promise<boolean> {
    const added = await this.addMembers(steps.filter((step) => step.act === 'ADD_MEMBER'));
    const facts = this.store.facts();
    if (added === null || !facts) {
      return false;
    }
    const idOf = (member: string) => (member === NEW_MEMBER ? (added[0] ?? member) : member);
    const plain = steps
      .filter(isPlain)
      .map((step) =>
        step.act === 'MOVE_MONEY' && step.to.member !== undefined
          ? { ...step, to: { ...step.to, member: idOf(step.to.member) } }
          : step,
      );
    if (plain.length > 0) {
      this.store.become(applyFix(facts, { text, steps: plain }));
    }
    for (const step of steps) {
      if (step.act === 'REMOVE_MEMBER') {
        await this.store.leave(step.member, idOf(step.linesTo));
      } else if (step.act === 'FILL_MEMBER' || step.act === 'FILL_LINE' || step.act === 'ADD_LINE') {
        return this.lead(step);
      }
    }
    return true;
  }

  private offerUndo(fix: Fix, undo: () => void): void {
    const bar = this.snackBar.open(fixWords.done(fix.text), fixWords.undo, { duration: 10_000 });
    bar.onAction().subscribe(() => {
      undo();
      this.snackBar.open(fixWords.undone, undefined, { duration: 4_000 });
    });
  }

  /** Goes to the field that only a person can fill. */
  private lead(step: Exclude<Asking, { act: 'ADD_MEMBER' }>): Promise<boolean> {
    switch (step.act) {
      case 'FILL_MEMBER':
        return this.fillMember(step);
      case 'ADD_LINE':
        return this.goTo('budzet', { dodaj: step.area });
      case 'FILL_LINE':
        return this.goTo('budzet', { pozycja: step.no, pole: step.field });
    }
  }

  /** Ids of those who joined; null when the person went away. */
  private async addMembers(steps: Extract<FixStep, { act: 'ADD_MEMBER' }>[]): Promise<string[] | null> {
    if (steps.length === 0) {
      return [];
    }
    const { openAddMember } = await import('./composition/add-member-dialog');
    const added: string[] = [];
    for (const { sectors, role, count } of steps) {
      for (let left = count; left > 0; left -= 1) {
        const member = await openAddMember(this.injector, { sectors, role });
        if (!member) {
          return null;
        }
        added.push(member.id);
        if (role === 'LEADER') {
          await this.store.appointLeader(member.id);
        }
      }
    }
    return added;
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
