import {
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { CommissionOffice, CommissionResponse, CommissionSeat } from '@zit/contracts';
import { formatDatePl } from '@zit/domain/calendar/local-date';
import { inWarsaw } from '@zit/domain/calendar/instant';
import { commissionWords } from '@zit/words.pl/commission';
import { commissionPageWords as words } from '@zit/words.pl/commission-page';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { newId } from '../ui/new-id';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { askForReason } from '../ui/reason-dialog';
import { CommissionHttp } from './commission-http';

const OFFICES: readonly CommissionOffice[] = ['CHAIR', 'SECRETARY', 'MEMBER'];
const dayOf = (instant: string): string => formatDatePl(inWarsaw(instant).date);

/** Who sits in the commission; who writes the call forms it here, seats people and lets them go. */
@Component({
  selector: 'zit-composition',
  imports: [ErrorSummary, MatButton, ProblemNotice],
  templateUrl: './composition.html',
  styleUrls: ['../sheet/_inputs.scss', './commission.scss'],
})
export class Composition {
  readonly commission = input.required<CommissionResponse>();
  readonly changed = output<CommissionResponse>();
  private readonly http = inject(CommissionHttp);
  private readonly injector = inject(Injector);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = words;
  protected readonly offices = commissionWords.offices;
  protected readonly officeList = OFFICES;
  private readonly people = resource({
    params: () => (this.commission().mayForm ? this.commission().callId : undefined),
    loader: ({ params }) => this.http.people(params),
  });
  protected readonly free = computed(() => {
    const sitting = new Set(this.commission().seats.flatMap((seat) => (seat.leftAt === null ? [seat.personId] : [])));
    return this.people.hasValue() ? this.people.value().items.filter(({ personId }) => !sitting.has(personId)) : [];
  });
  protected readonly rows = computed(() =>
    this.commission().seats.map((seat) => ({
      seat,
      declared: seat.declaredAt === null ? words.notDeclared : words.declaredOn(dayOf(seat.declaredAt)),
      state: stateOf(seat),
    })),
  );
  protected readonly basis = linkedSignal(() => this.commission().basis ?? '');
  protected readonly personId = signal('');
  protected readonly office = signal<CommissionOffice>('MEMBER');
  protected readonly namedBy = signal('');
  protected readonly namedByNip = signal('');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly summary = viewChild(ErrorSummary);
  private key = newId();

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
  }

  protected chooseOffice(event: Event): void {
    this.office.set(OFFICES.find((office) => office === this.valueOf(event)) ?? 'MEMBER');
  }

  protected faultOf(field: string): string | null {
    return this.faults().find((fault) => fault.field === field)?.message ?? null;
  }

  protected async form(event: Event): Promise<void> {
    event.preventDefault();
    const basis = this.basis().trim();
    if (this.refuse(basis.length < 3 ? [{ field: 'seat-basis', message: words.missing.basis }] : [])) return;
    const done = await this.act(() => this.http.form(this.commission().callId, basis));
    if (done) this.tell(done, words.formed);
  }

  protected async seat(event: Event): Promise<void> {
    event.preventDefault();
    const [personId, namedBy, nip] = [
      this.personId(),
      this.namedBy().trim(),
      this.namedByNip().replaceAll(/[\s-]/g, ''),
    ];
    const lacks = [
      ...(personId === '' ? [{ field: 'seat-personId', message: words.missing.person }] : []),
      ...(namedBy.length < 2 ? [{ field: 'seat-namedBy', message: words.missing.namedBy }] : []),
      ...(nip !== '' && !/^\d{10}$/.test(nip)
        ? [{ field: 'seat-namedByNip', message: commissionWords.badNip(nip) }]
        : []),
    ];
    if (this.refuse(lacks)) return;
    const body = { id: this.key, personId, office: this.office(), namedBy, namedByNip: nip || null };
    const done = await this.act(() => this.http.seat(this.commission().callId, body));
    if (!done) return;
    const out = done.seats.find(({ id }) => id === body.id)?.leftAt !== null;
    this.key = newId();
    for (const field of [this.personId, this.namedBy, this.namedByNip]) field.set('');
    this.tell(done, out ? words.seatedOut : words.seated);
  }

  protected async unseat({ id, name }: CommissionSeat): Promise<void> {
    const done = await askForReason(this.injector, {
      ...{ title: words.unseatNamed(name), lead: words.unseatLead(name), go: words.unseat, working: words.unseat },
      reason: { label: words.unseatReason, hint: '', missing: words.missing.reason, shortest: 3, longest: 1_000 },
      act: (_, reason) => this.http.unseat(this.commission().callId, id, reason),
    });
    if (done) this.tell(done, words.unseated);
  }

  private tell(done: CommissionResponse, said: string): void {
    this.changed.emit(done);
    this.snackBar.open(said, undefined, { duration: 5_000 });
  }

  private refuse(faults: readonly FieldFault[]): boolean {
    this.faults.set(faults);
    if (faults.length > 0) this.summary()?.focus();
    return faults.length > 0 || this.busy();
  }

  /** What the server says of a field stands at the field. */
  private async act(send: () => Promise<CommissionResponse>): Promise<CommissionResponse | null> {
    this.busy.set(true);
    this.thrown.set(null);
    try {
      return await send();
    } catch (thrown) {
      const { errors = [] } = problemOf(thrown);
      const faults = errors.map(({ pointer, message }) => ({ field: `seat-${pointer.slice(1)}`, message }));
      if (!this.refuse(faults)) this.thrown.set(thrown);
      this.thrown.set(faults.length > 0 ? null : thrown);
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}

function stateOf({ seatedAt, leftAt, leftCause, leftReason }: CommissionSeat): string {
  if (leftAt === null) return words.sits(dayOf(seatedAt));
  return words.left(dayOf(leftAt), leftCause === 'CONFLICT' ? words.leftByConflict : (leftReason ?? ''));
}
