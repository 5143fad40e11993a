import { Injectable } from '@nestjs/common';
import type { BudgetResponse, ChangeBudget } from '@zit/contracts';
import type { Actor } from '../consortium/actor';
import { touch } from '../consortium/consortium.service';
import { lockConsortium } from '../consortium/open-consortium';
import { readLines, readMembers } from '../consortium/read-consortium';
import { Door } from '../database/door';
import { stale, validation } from '../http/problem-error';
import { lineChanges } from '../journal/line-changes';
import { note } from '../journal/note';
import { planBudget } from './budget-plan';
import { writePlan } from './write-plan';

@Injectable()
export class BudgetService {
  constructor(private readonly door: Door) {}

  /**
   * One save of the budget: all of it or nothing. The number of statements does not depend on the number of lines.
   */
  change(who: Actor, id: string, request: ChangeBudget): Promise<BudgetResponse> {
    return this.door.write(who, async (manager) => {
      await lockConsortium(manager, who, id, 'edit');
      const lines = await readLines(manager, id);
      const members = await readMembers(manager, id);
      const fallback = members.find((member) => member.role === 'LEADER') ?? members[0];
      const plan = planBudget(lines, request, {
        ids: new Set(members.map((member) => member.id)),
        fallback: fallback?.id ?? null,
      });
      if (plan.faults.length > 0) throw validation(plan.faults);
      if (plan.conflicts.length > 0) throw stale(plan.conflicts, { lines });
      const counts = {
        added: plan.added.length,
        changed: plan.changed.length,
        removed: plan.removed.length,
        reordered: plan.reordered,
      };
      if (!counts.added && !counts.changed && !counts.removed && !counts.reordered) return { lines };
      await writePlan(manager, id, plan);
      const written = await readLines(manager, id);
      const totalGrosze = written.reduce((sum, line) => sum + line.amountGrosze, 0);
      await touch(manager, who, id);
      await note(manager, who, {
        act: 'CHANGE_BUDGET',
        subject: { kind: 'consortium', id },
        details: { ...counts, totalGrosze },
        changes: lineChanges(lines, written),
      });
      return { lines: written };
    });
  }
}
