import { Inject, Injectable } from '@nestjs/common';
import type { ActFor, SessionLevel, SessionResponse } from '@zit/contracts';
import { bodyOf, type ActingBody } from '@zit/domain';
import { sessionWords } from '@zit/words.pl/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import type { GateKey } from '../database/gate-key';
import { notFound, unauthenticated, validation } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { deviceOf, networkOf } from './device';
import { countsFor, findSession } from './find-session';
import { DeviceCookie, rememberDevice } from './known-device';
import { firstHat, personStanding } from './person-standing';
import { SessionCookie } from './session-cookie';
import { newToken, sha256 } from './token';

/** Sessions in the table: begin, recognise, step up, end. The cookie changes whenever the rights do. */
@Injectable()
export class SessionService {
  private readonly cookie: SessionCookie;
  private readonly device: DeviceCookie;

  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.cookie = new SessionCookie(settings);
    this.device = new DeviceCookie(settings);
  }

  /** Who asks; at most once a minute a note that the session is alive. */
  async signedIn(request: FastifyRequest): Promise<SignedIn> {
    const asleep = isBackground(request);
    const token = this.cookie.tokenOf(request);
    if (!token) throw unauthenticated();
    const session = await this.door.gateFor('nobody', (manager) => findSession(manager, sha256(token), !asleep));
    if (!session) throw unauthenticated();
    const { id, grants, fresh, extendedTo, expiresAt, ...person } = session;
    return {
      ...person,
      sessionId: id,
      expiresAt: asleep || fresh ? expiresAt : extendedTo,
      allGrants: grants,
      grants: grants.filter(countsFor(session)),
    };
  }

  /**
   * Begins a session for somebody who has just proved who they are, with their first hat on, and ends the one that
   * this browser had before. Pass `manager` to do it in the transaction of the proof.
   */
  async beginFor(
    personId: string,
    level: SessionLevel,
    request: FastifyRequest,
    reply: FastifyReply,
    manager?: EntityManager,
  ): Promise<void> {
    const token = newToken();
    const previous = this.cookie.tokenOf(request);
    const device = level === 'FULL' ? this.device.tokenFor(request) : null;
    const begin = async (within: EntityManager): Promise<void> => {
      const { actingFor, actingBody } = firstHat(await personStanding(within, personId));
      if (previous) await within.query('select end_session($1)', [sha256(previous)]);
      const [session] = await within.query<{ id: string }[]>(
        `insert into session (token_sha256, person_id, level, acting_for, acting_body, device, network)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [
          sha256(token),
          personId,
          level,
          actingFor,
          actingBody,
          deviceOf(request.headers['user-agent']),
          networkOf(request.ip),
        ],
      );
      if (!device) return;
      await rememberDevice(within, personId, device);
      await noteSignIn(within, { personId, actingFor, actingBody }, session?.id ?? '');
    };
    await (manager ? begin(manager) : this.door.gateFor({ person: personId }, begin));
    this.cookie.set(request, reply, token);
    if (device) this.device.set(reply, device);
  }

  /** The second factor was shown or enrolled: full rights under a new token. The session keeps its id and its hat. */
  async raise(who: SignedIn, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn> {
    const device = this.device.tokenFor(request);
    await this.rotate(who.sessionId, request, reply, async (manager) => {
      await manager.query(`update session set level = 'FULL', confirmed_at = now() where id = $1`, [who.sessionId]);
      await rememberDevice(manager, who.personId, device);
      if (who.level !== 'FULL') await noteSignIn(manager, who, who.sessionId);
    });
    this.device.set(reply, device);
    return this.signedIn(request);
  }

  /** Who sits there proved it again: sensitive changes are open for ten minutes. */
  async confirm(who: SignedIn): Promise<void> {
    await this.door.gateFor({ seat: who.sessionId }, (manager) =>
      manager.query('update session set confirmed_at = now() where id = $1', [who.sessionId]),
    );
  }

  /** A request that does nothing but keep the session alive; never past its absolute end. */
  async extend(who: SignedIn): Promise<void> {
    await this.door.gateFor({ seat: who.sessionId }, (manager) =>
      manager.query('update session set seen_at = now() where id = $1', [who.sessionId]),
    );
  }

  async end(who: SignedIn, reply: FastifyReply): Promise<void> {
    // It is the viewer's own session, whoever they look as.
    const own = who.viewer ? { personId: who.viewer.personId, actingFor: null } : who;
    await this.door.gateFor({ seat: who.sessionId }, async (manager) => {
      await manager.query('delete from session where id = $1', [who.sessionId]);
      await note(manager, own, { act: 'SIGN_OUT', subject: { kind: 'person', id: own.personId }, details: {} });
    });
    this.cookie.clear(reply);
  }

  /** Chooses among the person's own grants whom to act for: an organisation, a body, or oneself only. */
  async actFor(who: SignedIn, hat: ActFor, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn> {
    const organisationId = hat.organisationId ?? null;
    const body = hat.body ?? null;
    if (organisationId !== null && body !== null)
      throw validation([{ pointer: '/body', message: sessionWords.oneHat }]);
    const owned = who.allGrants.some((grant) =>
      organisationId === null
        ? grant.organisationId === null && bodyOf(grant.role) === body
        : grant.organisationId === organisationId,
    );
    if ((organisationId !== null || body !== null) && !owned) throw notFound();
    await this.rotate(who.sessionId, request, reply, (manager) =>
      manager.query('update session set acting_for = $2, acting_body = $3 where id = $1', [
        who.sessionId,
        organisationId,
        body,
      ]),
    );
    return this.signedIn(request);
  }

  /**
   * A role that demands a second factor was granted: sessions of somebody who has none fall back to its enrolment.
   * To be called in the transaction that grants.
   */
  async demandFactor(manager: EntityManager, personId: string): Promise<void> {
    await manager.query(
      `update session set level = 'ENROL'
       where person_id = $1 and level = 'FULL' and not exists (select from passkey where person_id = $1)
         and not exists (select from totp where person_id = $1 and confirmed_at is not null)`,
      [personId],
    );
  }

  /** The answer about a session, read as it is now. */
  async answer(who: SignedIn): Promise<SessionResponse> {
    const { passkey, totp, recoveryCodes } = await this.door.gateFor({ person: who.personId }, (manager) =>
      personStanding(manager, who.personId),
    );
    return {
      person: { id: who.personId, name: who.name, email: who.email },
      grants: who.allGrants,
      level: who.level,
      factors: { passkey, totp, recoveryCodes },
      actingFor: who.actingFor,
      actingBody: who.actingBody,
      viewer: who.viewer && { name: who.viewer.name, reason: who.viewer.reason },
      expiresAt: who.expiresAt,
      endsAt: who.endsAt,
      serverTime: new Date().toISOString(),
    };
  }

  /** A new token for the same session, in one transaction with the change that asks for it. */
  async rotate(
    sessionId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    change: (manager: EntityManager) => Promise<unknown>,
    key: GateKey = { seat: sessionId },
  ): Promise<void> {
    const token = newToken();
    await this.door.gateFor(key, async (manager) => {
      await manager.query('update session set token_sha256 = $2, seen_at = now() where id = $1', [
        sessionId,
        sha256(token),
      ]);
      await change(manager);
    });
    this.cookie.set(request, reply, token);
  }
}

/** Asking about the session, or anything a page does by itself, is no sign of life of the person in front of it. */
const isBackground = ({ method, routeOptions, headers }: FastifyRequest): boolean =>
  (method === 'GET' && routeOptions.url === '/api/v1/session') || headers['zit-background'] === 'true';

async function noteSignIn(
  manager: EntityManager,
  who: { personId: string; actingFor: string | null; actingBody: ActingBody | null },
  sessionId: string,
): Promise<void> {
  await manager.query('update person set used_at = now() where id = $1', [who.personId]);
  await note(manager, who, { act: 'SIGN_IN', subject: { kind: 'person', id: who.personId }, details: { sessionId } });
}
