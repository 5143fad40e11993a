import { Injectable } from '@nestjs/common';
import type { AcceptInvitation, InvitationShown, SessionResponse } from '@zit/contracts';
import { FACTOR_ROLES, type Role } from '@zit/domain';
import { peopleWords } from '@zit/words.pl/people';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { checkPassword } from '../account/password-rules';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { notFound, notYet, ProblemError, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { Limit } from '../session/limit';
import { hashPassword } from '../session/password';
import { levelAfterPassword, personStanding } from '../session/person-standing';
import { SessionService } from '../session/session.service';
import { sha256 } from '../session/token';

interface Open {
  id: string;
  email: string;
  role: Role;
  organisationId: string | null;
  organisationName: string | null;
  teryt: string | null;
  invitedById: string;
  invitedBy: string;
  expiresAt: Date;
  hasAccount: boolean;
}

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
    const { email, role, organisationName, invitedBy, expiresAt, hasAccount } = await this.open(token, address);
    return {
      email,
      role,
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
    const newcomer = who ? null : await newcomerOf(given, open);
    await this.door.gate(async (manager) => {
      await use(manager, open, given.token);
      const personId = who?.personId ?? (await admit(manager, open.email, newcomer));
      const grantId = await grant(manager, open, personId);
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
      });
      if (who) return this.sessions.demandFactor(manager, personId);
      const level = levelAfterPassword(await personStanding(manager, personId));
      return this.sessions.beginFor(personId, level, request, reply, manager);
    });
    return this.sessions.answer(await this.sessions.signedIn(request));
  }

  /** Good while it was not used, and while who invited could still invite. @throws 404 */
  private async open(token: string, address: string): Promise<Open> {
    const allowance = { key: `invitation:${address}`, most: GUESSES };
    const attempt = await this.limit.spend([allowance], peopleWords.tooManyTokens);
    const [open] = await this.door.gate((manager) =>
      manager.query<Open[]>(
        `select i.id, i.email, i.role, i.organisation_id as "organisationId", o.name as "organisationName", i.teryt,
                i.invited_by as "invitedById", p.name as "invitedBy", i.expires_at as "expiresAt",
                exists (select from person where email = i.email) as "hasAccount"
         from invitation i join person p on p.id = i.invited_by left join organisation o on o.id = i.organisation_id
         where i.token_sha256 = $1 and ${STANDS}`,
        [sha256(token)],
      ),
    );
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

/** For `invitation i`: sent, not expired, and who invited (or who approved) still holds the right to. */
const STANDS = `i.state = 'SENT' and i.expires_at > now() and exists (
  select from role_grant g join person granter on granter.id = g.person_id
  where granter.left_at is null and g.person_id in (i.invited_by, i.approved_by)
    and (g.role = 'ADMINISTRATOR' or (g.role = 'OWNER' and g.organisation_id = i.organisation_id
                                      and (i.teryt is null or i.teryt = g.teryt))))`;

/** The mail's owner takes the role: an existing account by signing in to it, and nobody into another's. */
function refuseOthers({ email, hasAccount }: Open, who: SignedIn | null): void {
  if (who && who.email !== email)
    throw new ProblemError({ status: 409, code: 'OTHER_ACCOUNT', detail: peopleWords.otherAccount });
  if (hasAccount && !who) throw signInFirst();
}

const signInFirst = (): ProblemError =>
  new ProblemError({ status: 409, code: 'SIGN_IN_FIRST', detail: peopleWords.signInFirst });

interface Newcomer {
  name: string;
  passwordHash: string;
}

/** Name and password as they may be; hashing is slow and happens before the transaction. @throws 400 */
async function newcomerOf({ name, password }: AcceptInvitation, { email, organisationName }: Open): Promise<Newcomer> {
  const weak =
    password && (await checkPassword(password, { name, email, organisationNames: [organisationName ?? ''] }));
  const errors = [
    ...(!name || isBlank(name) ? [{ pointer: '/name', message: peopleWords.nameMissing }] : []),
    ...(!password || weak ? [{ pointer: '/password', message: weak || peopleWords.passwordMissing }] : []),
  ];
  if (!name || !password || errors.length > 0) throw validation(errors);
  return { name: name.trim(), passwordHash: await hashPassword(password) };
}

/** Of many who come with the same token at once, one gets past this line (S-33). @throws 404 */
async function use(manager: EntityManager, open: Open, token: string): Promise<void> {
  const [, used] = await manager.query<[unknown[], number]>(
    `update invitation i set state = 'ACCEPTED', ended_at = now() where i.id = $1 and i.token_sha256 = $2 and ${STANDS}`,
    [open.id, sha256(token)],
  );
  if (used === 0) throw notFound(peopleWords.invitationVoid);
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
async function grant(manager: EntityManager, open: Open, personId: string): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `insert into role_grant (person_id, role, organisation_id, teryt, granted_by) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [personId, open.role, open.organisationId, open.teryt, open.invitedById],
  );
  return row?.id ?? null;
}
