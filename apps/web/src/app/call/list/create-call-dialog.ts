import { Component, computed, inject, linkedSignal, resource, signal, viewChild, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { firstValueFrom } from 'rxjs';
import { decide } from '@zit/domain';
import { createCallWords } from '@zit/words.pl/call-page';
import { frameWords } from '@zit/words.pl/frame';
import { newId } from '../../ui/new-id';
import { OrganisationStore } from '../../organisation/organisation-store';
import { SessionStore } from '../../session/session-store';
import { ActingFor } from '../../shell/acting-for';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';
import { FieldFaultMark } from '../../ui/field-fault';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/problem-notice';
import { CallHttp } from '../call-http';

/** Resolves with the id of the new call; null when the person thought better of it. */
export const askForCall = async (injector: Injector): Promise<string | null> => {
  const dialog = injector
    .get(MatDialog)
    .open<CreateCallDialog, undefined, string>(CreateCallDialog, { width: '560px', maxWidth: '96vw' });
  return (await firstValueFrom(dialog.afterClosed())) ?? null;
};

const byName = new Intl.Collator('pl');

/** A municipality and a title: enough for a call to begin; an earlier one may be its starting point. */
@Component({
  selector: 'zit-create-call-dialog',
  imports: [
    ErrorSummary,
    FieldFaultMark,
    Loading,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    ProblemNotice,
  ],
  templateUrl: './create-call-dialog.html',
})
export class CreateCallDialog {
  private readonly http = inject(CallHttp);
  private readonly register = inject(OrganisationStore);
  private readonly acting = inject(ActingFor);
  private readonly session = inject(SessionStore);
  private readonly dialog = inject<MatDialogRef<CreateCallDialog, string>>(MatDialogRef);
  protected readonly words = createCallWords;
  protected readonly frame = frameWords;

  /** Made once: pressing again, or sending again after a broken line, makes no second call. */
  private readonly id = newId();
  protected readonly territory = resource({ loader: () => this.register.territory() });
  /** Where the policy lets this person begin a call. */
  protected readonly places = computed(() => {
    if (!this.territory.hasValue()) return null;
    const asker = { personId: this.session.person()?.id ?? null, grants: this.acting.grants() };
    return this.territory
      .value()
      .municipalities.filter(({ teryt }) => decide(asker, 'createCall', { teryt }).allow)
      .sort((a, b) => byName.compare(a.name, b.name));
  });
  /** The only municipality needs no choosing. */
  protected readonly teryt = linkedSignal<string | null>(() => {
    const places = this.places();
    return places?.length === 1 ? (places[0]?.teryt ?? null) : null;
  });
  protected readonly title = signal('');
  protected readonly earlier = resource({ loader: async () => (await this.http.page()).items });
  protected readonly copyOf = signal<string | null>(null);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  private readonly summary = viewChild(ErrorSummary);

  protected typeTitle(event: Event): void {
    this.title.set((event.target as HTMLInputElement).value);
  }

  protected faultOf(field: string): string | null {
    return this.faults().find((fault) => fault.field === field)?.message ?? null;
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const [teryt, title, copyOf] = [this.teryt(), this.title().trim(), this.copyOf()];
    this.faults.set([
      ...(teryt === null ? [{ field: 'call-municipality', message: createCallWords.missing.municipality }] : []),
      ...(title === '' ? [{ field: 'call-title', message: createCallWords.missing.title }] : []),
    ]);
    if (this.faults().length > 0) return this.summary()?.focus();
    if (this.busy() || teryt === null) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const { id } = await this.http.create({ id: this.id, teryt, title, ...(copyOf ? { copyOf } : {}) });
      this.dialog.close(id);
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
