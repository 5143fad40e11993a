import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import type { ConsortiumResponse, MemberResponse } from '@zit/contracts';
import { check, removeMember } from '@zit/domain';
import { exitWords } from '@zit/words.pl/consortium-members';
import { frameWords } from '@zit/words.pl/frame';
import { findingKey } from '../../ui/findings-list';
import { Icon } from '../../ui/icon';

export interface ExitQuestion {
  member: MemberResponse;
  facts: ConsortiumResponse;
}

/** Who takes over the lines and services of the member that leaves, and what its leaving breaks. */
@Component({
  selector: 'zit-exit-dialog',
  imports: [
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatRadioButton,
    MatRadioGroup,
  ],
  templateUrl: './exit-dialog.html',
  styleUrl: './exit-dialog.scss',
})
export class ExitDialog {
  protected readonly words = exitWords;
  protected readonly cancel = frameWords.cancel;
  protected readonly question = inject<ExitQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ExitDialog, { linesTo: string | null }>>(MatDialogRef);

  private readonly lineCount = this.question.facts.lines.filter((one) => one.member === this.question.member.id).length;
  private readonly serviceCount = this.question.facts.services.filter((one) => one.memberId === this.question.member.id)
    .length;
  protected readonly owned = exitWords.owns(this.lineCount, this.serviceCount);
  protected readonly others = this.question.facts.members.filter((one) => one.id !== this.question.member.id);
  /** The only one left inherits without being asked. */
  protected readonly heir = signal<string | null>(this.others.length === 1 ? (this.others[0]?.id ?? null) : null);
  protected readonly asked = signal(false);
  protected readonly missing = computed(() => this.owned !== '' && this.heir() === null);
  /** Why it cannot be confirmed yet; shown beside the button. */
  protected readonly reason = computed(() => {
    if (!this.missing()) return null;
    return this.others.length === 0 ? exitWords.lastMember : exitWords.heirMissing;
  });

  /** What will not hold any more; lines go to somebody even before it is chosen to whom. */
  protected readonly broken = computed(() => {
    const { facts, member } = this.question;
    const bad = (of: ReturnType<typeof check>) => of.findings.filter((finding) => finding.verdict !== 'pass');
    const already = new Set(bad(check(facts, facts.ruleSet)).map(findingKey));
    const after = removeMember(facts, member.id, this.heir() ?? this.others[0]?.id ?? null);
    return bad(check(after, facts.ruleSet)).filter((finding) => !already.has(findingKey(finding)));
  });

  protected confirm(): void {
    this.asked.set(true);
    if (!this.missing()) {
      this.dialog.close({ linesTo: this.owned === '' ? null : this.heir() });
    }
  }
}
