import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { form, FormField, pattern, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { SessionResponse } from '@zit/contracts';
import { sessionWords } from '@zit/words.pl/session-page';
import { Icon } from '../ui/icon';
import { problemOf } from '../ui/problem';
import { passkeyFaultText } from './passkey';
import { SecondStep } from './second-step';
import { SessionStore } from './session-store';

/** The second factor: a passkey, a code of the app, or a recovery code; offered is what the person has. */
@Component({
  selector: 'zit-second-step-form',
  imports: [FormField, Icon, MatButton, MatError, MatFormField, MatHint, MatInput, MatLabel],
  templateUrl: './second-step-form.html',
  styleUrl: './form.scss',
})
export class SecondStepForm {
  private readonly step = inject(SecondStep);
  private readonly session = inject(SessionStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** What the person has, when it is not the session of the store that knows. */
  readonly factors = input<SessionResponse['factors']>();
  /** Recovery codes count only after the password. */
  readonly recoverable = input(true);
  readonly done = output<SessionResponse>();
  /** The half session behind it is gone: the password has to be asked again. */
  readonly lost = output<string>();

  protected readonly words = sessionWords.second;
  protected readonly has = computed(() => this.factors() ?? this.session.session()?.factors);
  protected readonly recovering = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly entry = form(signal({ code: '', recovery: '' }), (path) => {
    required(path.code, { message: sessionWords.second.codeWrong });
    pattern(path.code, /^\s*\d{3}\s?\d{3}\s*$/, { message: sessionWords.second.codeWrong });
    required(path.recovery, { message: sessionWords.second.recoveryMissing });
  });

  constructor() {
    this.takeKeyboard();
  }

  protected passkey(): Promise<void> {
    return this.show(() => this.step.passkey());
  }

  protected async code(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.entry.code();
    field.markAsTouched();
    if (field.valid()) await this.show(() => this.step.code(field.value().replace(/\s/g, '')));
  }

  protected async recovery(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.entry.recovery();
    field.markAsTouched();
    if (field.valid()) await this.show(() => this.step.recoveryCode(field.value().trim()));
  }

  protected recover(recovering: boolean): void {
    this.recovering.set(recovering);
    this.refused.set(null);
    this.takeKeyboard();
  }

  /** What was pressed is gone with its step: the keyboard goes on with what there is to do now. */
  private takeKeyboard(): void {
    const first = () => this.host.nativeElement.querySelector<HTMLElement>('input, button')?.focus();
    afterNextRender(first, { injector: this.injector });
  }

  private async show(act: () => Promise<SessionResponse>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.done.emit(await act());
    } catch (thrown) {
      const text = passkeyFaultText(thrown);
      this.entry.code().value.set('');
      this.entry.code().reset();
      if (problemOf(thrown).code === 'UNAUTHENTICATED') this.lost.emit(text);
      else this.refused.set(text);
    } finally {
      this.busy.set(false);
    }
  }
}
