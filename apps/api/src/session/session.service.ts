import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SessionLevel } from '@zit/contracts';
import { bodyOf, type ActingBody } from '@zit/domain';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../http/settings';
import { notFound, unauthenticated } from '../http/problem-error';
import type { NamedGrant, SignedIn } from '../http/signed-in';
import { cookieName, newToken, sha256 } from './token';

/** An hour without a request, or twelve hours in all, end a session. */
export const IDLE_MINUTES = 60;
export const ABSOLUTE_HOURS = 12;

interface SessionRecord {
  id: string;
  personId: string;
  name: string;
  email: string;
  actingFor: string | null;
  actingBody: ActingBody | null;
  level: SessionLevel;
  confirmed: boolean;
  expiresAt: string;
  endsAt: string;
  touched: boolean;
  grants: NamedGrant[];
}

/** Sessions in the table: begin, recognise, end. */
@Injectable()
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The token of the request's cookie; null when there is none. */
  tokenOf(request: FastifyRequest): string | null {
    const token = request.cookies[cookieName(this.settings.secureCookie)];
    return token && /^[\w-]{43}$/.test(token) ? token : null;
  }

  /** Who asks; one query, and once a minute a note that the session is alive. */
  async signedIn(request: FastifyRequest): Promise<SignedIn> {
    const token = this.tokenOf(request);
    const session = token ? await this.find(token) : null;
    if (!session) throw unauthenticated();
    if (!session.touched) await this.dataSource.query('update session set seen_at = now() where id = $1', [session.id]);
    const { id, grants, touched: _, ...person } = session;
    return { ...person, sessionId: id, viewer: null, allGrants: grants, grants: grants.filter(countsFor(session)) };
  }

  /** Begins a session and ends the one that this browser had before; answers the new token. */
  async begin(personId: string, previous: string | null): Promise<string> {
    const token = newToken();
    await this.dataSource.transaction(async (manager) => {
      if (previous) await manager.query('delete from session where token_sha256 = $1', [sha256(previous)]);
      await manager.query(
        `insert into session (token_sha256, person_id, acting_for)
         values ($1, $2, (select organisation_id from role_grant where person_id = $2
                          order by (organisation_id is not null), granted_at, id limit 1))`,
        [sha256(token), personId],
      );
    });
    return token;
  }

  async end(sessionId: string): Promise<void> {
    await this.dataSource.query('delete from session where id = $1', [sessionId]);
  }

  /** Chooses whom to act for among the person's own grants. */
  async actFor(who: SignedIn, organisationId: string | null): Promise<void> {
    if (organisationId !== null && !who.allGrants.some((grant) => grant.organisationId === organisationId))
      throw notFound();
    await this.dataSource.query('update session set acting_for = $2 where id = $1', [who.sessionId, organisationId]);
  }

  private async find(token: string): Promise<SessionRecord | null> {
    const [session] = await this.dataSource.query<SessionRecord[]>(
      `select s.id, p.id as "personId", p.name, p.email, s.acting_for as "actingFor", s.acting_body as "actingBody", s.level,
              s.confirmed_at > now() - interval '10 minutes' as confirmed,
              to_char((s.created_at + $3 * interval '1 hour') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                as "endsAt",
              to_char(least(s.seen_at + $2 * interval '1 minute', s.created_at + $3 * interval '1 hour')
                at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt",
              s.seen_at > now() - interval '1 minute' as touched,
              coalesce((select json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id,
                          'organisationName', o.name, 'teryt', coalesce(g.teryt, o.teryt)) order by g.granted_at, g.id)
                        from role_grant g left join organisation o on o.id = g.organisation_id
                        where g.person_id = p.id), '[]') as grants
       from session s join person p on p.id = s.person_id
       where s.token_sha256 = $1 and p.left_at is null
         and s.seen_at > now() - $2 * interval '1 minute' and s.created_at > now() - $3 * interval '1 hour'`,
      [sha256(token), IDLE_MINUTES, ABSOLUTE_HOURS],
    );
    return session ?? null;
  }
}

/** Grants of the organisation acted for, or of the body; never of both. */
const countsFor =
  ({ actingFor, actingBody }: Pick<SessionRecord, 'actingFor' | 'actingBody'>) =>
  (grant: NamedGrant): boolean =>
    grant.organisationId === null
      ? actingFor === null && (actingBody === null || actingBody === bodyOf(grant.role))
      : grant.organisationId === actingFor;
