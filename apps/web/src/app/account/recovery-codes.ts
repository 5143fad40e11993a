import { Clipboard } from '@angular/cdk/clipboard';
import { Component, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { accountPageWords } from '@zit/words.pl/account-page';
import { Icon } from '../ui/icon';
import { TakesFocus } from '../ui/takes-focus';

/** Ten codes, shown once: to copy, print or download, and gone after the person said they are kept. */
@Component({
  selector: 'zit-recovery-codes',
  imports: [Icon, MatButton, TakesFocus],
  templateUrl: './recovery-codes.html',
  styleUrl: './enrolment.scss',
})
export class RecoveryCodesSheet {
  private readonly clipboard = inject(Clipboard);
  private readonly document = inject(DOCUMENT);
  readonly codes = input.required<readonly string[]>();
  readonly next = input<string>(accountPageWords.codes.done);
  readonly kept = output();

  protected readonly words = accountPageWords.codes;
  protected readonly checked = signal(false);
  protected readonly said = signal('');
  protected readonly refused = signal(false);

  protected copy(): void {
    this.said.set(this.clipboard.copy(this.codes().join('\n')) ? this.words.copied : this.words.notCopied);
  }

  protected print(): void {
    this.document.defaultView?.print();
  }

  protected download(): void {
    const text = [this.words.fileHead, '', ...this.codes(), ''].join('\r\n');
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = this.document.createElement('a');
    link.href = address;
    link.download = this.words.file;
    link.click();
    URL.revokeObjectURL(address);
  }

  protected done(): void {
    this.refused.set(!this.checked());
    if (this.checked()) this.kept.emit();
  }
}
