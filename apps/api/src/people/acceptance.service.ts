import { Injectable } from '@nestjs/common';
import type { AcceptInvitation, InvitationShown, SessionResponse } from '@zit/contracts';
import { FACTOR_ROLES } from '@zit/domain';
import { accountClause } from '@zit/words.pl/clauses';
import { peopleWords } from '@zit/words.pl/people';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { checkPassword } from '../account/password-rules';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { notFound, notYet, ProblemError, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { acknowledge } from '../personal/acknowledge';
import { Limit } from '../session/limit';
import { hashPassword } from '../session/password';
import { levelAfterPassword, personStanding } from '../session/person-standing';
import { SessionService } from '../session/session.service';
import { sha256 } from '../session/token';
import { lockGrants } from './granter';
import { findOpen, useToken, type OpenInvitation } from './open-invitation';

/** Tokens that lead nowhere, from one address in a quarter of an hour; a whole office may sit behind one. */
const GUESSES = 100;

/** Taking a role one was asked to take: with a new account, or into the account one is signed in to. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly door: Door,
    private readonly sessions: SessionService,
    private readonly limit: Limit,
  ) {}

  /** What the invitation is about; used, withdrawn, expired and made-up tokens get the same answer. */
  async read(token: string, address: string): Promise<InvitationShown> {
    const { email, role, teryt, organisationName, invitedBy, expiresAt, hasAccount } = await this.open(token, address);
    return {
      email,
      role,
      teryt,
      organisationName,
      invitedBy,
      expiresAt: expiresAt.toISOString(),
      hasAccount,
      factorRequired: FACTOR_ROLES.includes(role),
    };
  }

  async accept(given: AcceptInvitation, request: FastifyRequest, reply: FastifyReply): Promise<SessionResponse> {
    const open = await this.open(given.token, request.ip);
    const who = await this.whoAsks(request);
    refuseOthers(open, who);
    refuseOldClause(given.clause);
    const newcomer = who ? null : await newcomerOf(given, open);
    await this.door.gateFor({ invitation: sha256(given.token) }, async (manager) => {
      await lockGrants(manager);
      if (!(await useToken(manager, open, given.token))) throw notFound(peopleWords.invitationVoid);
      const personId = who?.personId ?? (await admit(manager, open.email, newcomer));
      const grantId = await grant(manager, open, personId);
      await acknowledge(manager, personId, accountClause.id, given.clause);
      await manager.query('update invitation set accepted_by = $2 where id = $1', [open.id, personId]);
      await note(manager, who ?? { personId, actingFor: null }, {
        act: 'ACCEPT_INVITATION',
        subject: { kind: 'invitation', id: open.id },
        details: {
          personId,
          grantId,
          role: open.role,
          organisationId: open.organisationId,
          teryt: open.teryt,
          clause: given.clause,
        },
        changes: [
          { field: 'state', before: 'SENT', after: 'ACCEPTED' },
          ...(grantId ? [{ field: 'role', before: null, after: open.role }] : []),
        ],
      });
      if (who) return this.sessions.demandFactor(manager, personId);
      const level = levelAfterPassword(await personStanding(manager, personId));
      return this.sessions.beginFor(personId, level, request, reply, manager);
    });
    return this.sessions.answer(await this.sessions.signedIn(request));
  }

  /** Good while it was not used, and while who invited could still invite. @throws 404 */
  private async open(token: string, address: string): Promise<OpenInvitation> {
    const allowance = { key: `invitation:${address}`, most: GUESSES };
    const attempt = await this.limit.spend([allowance], peopleWords.tooManyTokens);
    const open = await this.door.gateFor({ invitation: sha256(token) }, (manager) => findOpen(manager, token));
    if (!open) throw notFound(peopleWords.invitationVoid);
    await this.limit.forgive(attempt, []);
    return open;
  }

  /** The person signed in for good; null: nobody is. */
  private async whoAsks(request: FastifyRequest): Promise<SignedIn | null> {
    try {
      const who = await this.sessions.signedIn(request);
      if (who.viewer) throw notYet('VIEW_ONLY');
      return who.level === 'FULL' ? who : null;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401) return null;
      throw error;
    }
  }
}

/** The mail's owner takes the role: an existing account by signing in to it, and nobody into another's. */
function refuseOthers({ email, hasAccount }: OpenInvitation, who: SignedIn | null): void {
  if (who && who.email !== email)
    throw new ProblemError({ status: 409, code: 'OTHER_ACCOUNT', detail: peopleWords.otherAccount });
  if (hasAccount && !who) throw signInFirst();
}

const signInFirst = (): ProblemError =>
  new ProblemError({ status: 409, code: 'SIGN_IN_FIRST', detail: peopleWords.signInFirst });

/** What is acknowledged is the clause as it stands now, not as a page loaded long ago showed it. @throws 400 */
function refuseOldClause(version: string): void {
  if (version !== accountClause.version) throw validation([{ pointer: '/clause', message: peopleWords.clauseChanged }]);
}

interface Newcomer {
  name: string;
  passwordHash: string;
}

/** Name and password as they may be; hashing is slow and happens before the transaction. @throws 400 */
async function newcomerOf(
  { name, password }: AcceptInvitation,
  { email, organisationName }: OpenInvitation,
): Promise<Newcomer> {
  const weak =
    password && (await checkPassword(password, { name, email, organisationNames: [organisationName ?? ''] }));
  const errors = [
    ...(!name || isBlank(name) ? [{ pointer: '/name', message: peopleWords.nameMissing }] : []),
    ...(!password || weak ? [{ pointer: '/password', message: weak || peopleWords.passwordMissing }] : []),
  ];
  if (!name || !password || errors.length > 0) throw validation(errors);
  return { name: name.trim(), passwordHash: await hashPassword(password) };
}

/** The token came by mail, so the address is confirmed. */
async function admit(manager: EntityManager, email: string, newcomer: Newcomer | null): Promise<string> {
  const [person] = newcomer
    ? await manager.query<{ id: string }[]>(
        `insert into person (name, email, password_hash, email_confirmed_at) values ($1, $2, $3, now())
         on conflict (email) do nothing returning id`,
        [newcomer.name, email, newcomer.passwordHash],
      )
    : [];
  if (!person) throw signInFirst();
  return person.id;
}

/** Null when the person has the role already. */
async function grant(manager: EntityManager, open: OpenInvitation, personId: string): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `insert into role_grant (person_id, role, organisation_id, teryt, granted_by) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [personId, open.role, open.organisationId, open.teryt, open.invitedById],
  );
  return row?.id ?? null;
}
