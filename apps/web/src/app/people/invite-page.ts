import { Component, computed, DestroyRef, inject, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import type { OrganisationListItem, Problem } from '@zit/contracts';
import type { Role } from '@zit/domain';
import { frameWords } from '@zit/words.pl/frame';
import { inviteWords, peopleWords, roleChoiceWords } from '@zit/words.pl/people-page';
import { roleWords } from '@zit/words.pl/roles';
import { OrganisationStore } from '../organisation/organisation-store';
import { ActingFor } from '../shell/acting-for';
import { UnsavedWork } from '../shell/unsaved-work';
import { EmptyState } from '../ui/empty-state';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { FieldFaultMark } from '../ui/field-fault';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { faultsIn, fieldOf, invitationOf, type InvitationDraft } from './invitation-draft';
import { OrganisationChoice } from './organisation-choice';
import { PeopleHttp } from './people-http';
import { allRoles, groupsOf, misfitOf, ownRoles, placeOf } from './role-choices';

/** Who, in which role, for whom: an owner asks people into the own organisation, an administrator anywhere. */
@Component({
  selector: 'zit-invite-page',
  imports: [
    EmptyState,
    ErrorSummary,
    FieldFaultMark,
    Loading,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    OrganisationChoice,
    PageHead,
    ProblemNotice,
    RouterLink,
  ],
  templateUrl: './invite-page.html',
  styleUrl: './invite-page.scss',
})
export class InvitePage {
  private readonly http = inject(PeopleHttp);
  private readonly register = inject(OrganisationStore);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly acting = inject(ActingFor);
  protected readonly words = inviteWords;
  protected readonly people = peopleWords;
  protected readonly frame = frameWords;
  protected readonly mayDo = roleChoiceWords.mayDo;
  protected readonly groupName = roleChoiceWords.group;
  protected readonly roleName = roleWords.name;
  protected readonly crumbs = [{ name: peopleWords.title, link: '/osoby' }];

  /** An administrator proposes; an owner decides for the own organisation alone. */
  protected readonly proposes = computed(() => this.acting.has('ADMINISTRATOR'));
  protected readonly own = resource({
    params: () => (this.proposes() ? undefined : (this.acting.hat()?.organisationId ?? undefined)),
    loader: ({ params }) => this.register.read(params),
  });
  protected readonly roles = computed<readonly Role[] | null>(() => {
    if (this.proposes()) return allRoles;
    const owner = this.acting.grants().find(({ role }) => role === 'OWNER');
    return this.own.hasValue() ? ownRoles(this.own.value(), owner?.teryt ?? null) : null;
  });
  protected readonly groups = computed(() => groupsOf(this.roles() ?? []));
  private readonly invitations = resource({
    params: () => (this.proposes() ? {} : undefined),
    loader: () => this.http.invitations(),
  });
  /** Nobody else can approve what this administrator proposes. */
  protected readonly alone = computed(() => this.invitations.hasValue() && this.invitations.value().approvers === 0);
  protected readonly leavesAtOnce = computed(
    () => !this.proposes() || (this.alone() && this.role() === 'ADMINISTRATOR'),
  );
  protected readonly whatFollows = computed(() => {
    if (!this.proposes()) return null;
    if (!this.alone()) return inviteWords.fourEyes;
    return this.leavesAtOnce() ? inviteWords.alone.sends : inviteWords.alone.waits;
  });
  protected readonly counties = resource({
    params: () => (this.place() === 'COUNTY' ? {} : undefined),
    loader: async () => (await this.register.territory()).counties,
  });

  protected readonly email = signal('');
  protected readonly role = signal<Role | null>(null);
  protected readonly place = computed(() => {
    const role = this.role();
    return role && placeOf(role);
  });
  protected readonly asksOrganisation = computed(
    () => this.proposes() && (this.place() === 'ORGANISATION' || this.place() === 'MUNICIPALITY'),
  );
  /** Only a local government has an officer, a treasurer and a signer of a municipality. */
  protected readonly sector = computed(() => (this.place() === 'MUNICIPALITY' ? 'JST' : undefined));
  /** Where the newly chosen role cannot be held, it was chosen for another. */
  protected readonly organisation = linkedSignal<Role | null, OrganisationListItem | null>({
    source: () => this.role(),
    computation: (role, previous) => {
      const chosen = previous?.value ?? null;
      return role && chosen && misfitOf(role, chosen) === null ? chosen : null;
    },
  });
  protected readonly county = signal<string | null>(null);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  private readonly done = signal(false);
  protected readonly thrown = signal<unknown>(null);
  private readonly summary = viewChild(ErrorSummary);

  constructor() {
    const typed = computed(() => !this.done() && (this.email() !== '' || this.role() !== null));
    inject(DestroyRef).onDestroy(inject(UnsavedWork).hold(typed));
  }

  protected typeEmail(event: Event): void {
    this.email.set((event.target as HTMLInputElement).value);
    this.drop('email');
  }

  protected choose(role: Role): void {
    this.role.set(role);
    this.drop('role', 'organisation', 'county');
  }

  protected faultOf(field: string): string | null {
    return this.faults().find((fault) => fault.field === field)?.message ?? null;
  }

  /** What was said about these fields was about what stood in them before. */
  protected drop(...fields: string[]): void {
    this.faults.update((faults) => faults.filter(({ field }) => !fields.includes(field)));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.thrown.set(null);
    const draft = this.draft();
    this.faults.set(faultsIn(draft));
    const body = invitationOf(draft);
    if (this.faults().length > 0 || !body) return this.summary()?.focus();
    this.busy.set(true);
    try {
      const { state } = await this.http.invite(body);
      this.done.set(true);
      const text = state === 'PROPOSED' ? inviteWords.proposed : inviteWords.sent;
      this.snackBar.open(text, undefined, { duration: 5_000 });
      await this.router.navigateByUrl('/osoby/zaproszenia');
    } catch (thrown) {
      this.refuse(problemOf(thrown), thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private draft(): InvitationDraft {
    return {
      email: this.email().trim(),
      role: this.role(),
      asksOrganisation: this.asksOrganisation(),
      organisation: this.proposes() ? this.organisation() : this.own.hasValue() ? this.own.value() : null,
      county: this.county(),
    };
  }

  private refuse(problem: Problem, thrown: unknown): void {
    const draft = this.draft();
    const faults = (problem.errors ?? []).map(({ pointer, message }) => ({ field: fieldOf(draft, pointer), message }));
    this.faults.set(faults);
    if (faults.length > 0) this.summary()?.focus();
    else this.thrown.set(thrown);
  }
}
