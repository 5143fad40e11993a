import { Component, computed, inject, resource, signal, type Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';
import type { MemberResponse, OrganisationListItem } from '@zit/contracts';
import type { MemberRole, Sector } from '@zit/domain';
import { addMemberWords, compositionWords } from '@zit/words.pl/consortium-members';
import { frameWords } from '@zit/words.pl/frame';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { OrganisationStore } from '../../organisation/organisation-store';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/problem-notice';
import { ConsortiumStore } from '../consortium-store';
import { NewOrganisation } from './new-organisation';

export interface AddMemberQuestion {
  /** Which sectors a fix asks for; empty: any. */
  sectors: readonly Sector[];
  role: MemberRole;
}

/** Resolves with the new member, or null when the person went away. `injector` has to know the consortium's store. */
export const openAddMember = async (injector: Injector, data: AddMemberQuestion): Promise<MemberResponse | null> => {
  const dialog = injector.get(MatDialog).open<AddMemberDialog, AddMemberQuestion, MemberResponse>(AddMemberDialog, {
    data,
    injector,
    width: '680px',
    maxWidth: '96vw',
  });
  return (await firstValueFrom(dialog.afterClosed())) ?? null;
};

const PAGE = 20;
/** Long enough not to ask at every key, short enough not to be felt. */
const PAUSE_MS = 250;

/** A member joins: found in the register, or written into it on the spot. */
@Component({
  selector: 'zit-add-member-dialog',
  imports: [
    Icon,
    Loading,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    NewOrganisation,
    ProblemNotice,
  ],
  templateUrl: './add-member-dialog.html',
  styleUrl: './add-member-dialog.scss',
})
export class AddMemberDialog {
  protected readonly words = addMemberWords;
  protected readonly cancel = frameWords.cancel;
  private readonly register = inject(OrganisationStore);
  private readonly store = inject(ConsortiumStore);
  private readonly snackBar = inject(MatSnackBar);
  private readonly dialog = inject<MatDialogRef<AddMemberDialog, MemberResponse>>(MatDialogRef);
  private readonly question = inject<AddMemberQuestion>(MAT_DIALOG_DATA);

  protected readonly mode = signal<'search' | 'create'>('search');
  protected readonly sectors = signal<readonly Sector[]>(this.question.sectors);
  protected readonly sectorNames = computed(() =>
    this.sectors()
      .map((sector) => organisationKindWords.sector[sector])
      .join(', '),
  );
  protected readonly search = signal('');
  protected readonly chosen = signal<string | null>(null);
  protected readonly role = signal<MemberRole>(this.question.role);
  protected readonly roles = ['PARTNER', 'LEADER'] as const;
  protected readonly hasLeader = computed(
    () => this.store.facts()?.members.some((member) => member.role === 'LEADER') ?? false,
  );
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<unknown>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly found = resource({
    params: () => ({ search: this.search(), sectors: this.sectors() }),
    loader: ({ params }) => this.find(params.search, params.sectors),
  });
  protected readonly rows = computed(() => {
    const members = new Set(this.store.facts()?.members.map((member) => member.organisationId));
    return (this.found.hasValue() ? this.found.value().items : []).map((organisation) => ({
      organisation,
      about: [organisationKindWords.sector[organisation.sector], ...identifiersOf(organisation)].join(', '),
      isMember: members.has(organisation.id),
    }));
  });

  protected type(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search.set(text), PAUSE_MS);
  }

  protected async add(): Promise<void> {
    this.asked.set(true);
    const id = this.chosen();
    if (id !== null) {
      await this.join(id);
    }
  }

  /** The new organisation stands in the register; it joins as any other. */
  protected async join(organisationId: string): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const member = await this.store.addMember(organisationId, this.hasLeader() ? 'PARTNER' : this.role());
      if (member) {
        this.snackBar.open(compositionWords.joined(member.name), undefined, { duration: 4_000 });
        this.dialog.close(member);
      }
    } catch (thrown) {
      this.refusal.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  /** The organisation that was about to be written twice: back to the list, where it is found by its number. */
  protected takeExisting(text: string): void {
    this.sectors.set([]);
    this.search.set(text);
    this.mode.set('search');
  }

  private async find(search: string, sectors: readonly Sector[]) {
    const query = { search, limit: PAGE };
    const pages = await Promise.all(
      sectors.length === 0
        ? [this.register.list(query)]
        : sectors.map((sector) => this.register.list({ ...query, sector })),
    );
    const items = pages.flatMap((page) => page.items);
    return {
      items: pages.length > 1 ? items.sort((a, b) => a.name.localeCompare(b.name, 'pl')) : items,
      more: pages.some((page) => page.next !== null),
    };
  }
}

/** One number is enough to tell two of the same name apart. */
const identifiersOf = ({ nip, regon, krs, municipality }: OrganisationListItem): string[] => {
  const number = nip ? `NIP\u00a0${nip}` : regon ? `REGON\u00a0${regon}` : krs ? `KRS\u00a0${krs}` : '';
  return [number, municipality ?? ''].filter((text) => text !== '');
};
