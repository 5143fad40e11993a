import { Injectable } from '@nestjs/common';
import type { SessionResponse, ViewAs, ViewList } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Door, type Work } from '../database/door';
import { forbidden, notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { endView } from '../session/end-views';
import { firstHat, personStanding } from '../session/person-standing';
import { SessionService } from '../session/session.service';
import { mayDo, mustBeConfirmed } from './granter';

/** Looking through another's eyes: read-only, for a reason, to be seen by that person (S-42). */
@Injectable()
export class ViewAsService {
  constructor(
    private readonly door: Door,
    private readonly sessions: SessionService,
  ) {}

  async begin(
    who: SignedIn,
    { personId, reason }: ViewAs,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionResponse> {
    mayDo(who, 'beginView', { organisationId: null });
    mustBeConfirmed(who);
    if (personId === who.personId) throw notFound();
    const look: Work<void> = async (manager) => {
      const [person] = await manager.query<unknown[]>(
        'select from person where id = $1 and left_at is null and erased_at is null for share',
        [personId],
      );
      if (!person) throw notFound();
      const hat = firstHat(await personStanding(manager, personId));
      await manager.query(
        `update session set viewed_person_id = $2, view_reason = $3, acting_for = $4, acting_body = $5 where id = $1`,
        [who.sessionId, personId, reason, hat.actingFor, hat.actingBody],
      );
      await note(manager, who, {
        act: 'VIEW_AS_BEGUN',
        subject: { kind: 'person', id: personId },
        details: { viewerId: who.personId, viewedId: personId },
        // Free text about a person: it lies beside the journal and goes with them.
        changes: [{ field: 'viewReason', before: null, after: reason, personal: true }],
      });
    };
    await this.sessions.rotate(who.sessionId, request, reply, look, { hat: who });
    return this.sessions.answer(await this.sessions.signedIn(request));
  }

  async end(who: SignedIn, request: FastifyRequest, reply: FastifyReply): Promise<SessionResponse> {
    if (!who.viewer) throw forbidden();
    await this.sessions.rotate(who.sessionId, request, reply, (manager) => endView(manager, who.sessionId));
    return this.sessions.answer(await this.sessions.signedIn(request));
  }

  /** Who looked through this person's eyes, newest first. */
  async list(who: SignedIn): Promise<ViewList> {
    const views = await this.door.gateFor({ viewed: who.personId }, (manager) =>
      manager.query<{ at: Date; viewer: string; reason: string }[]>(
        `select j.at, coalesce(p.name, '') as viewer, coalesce(r.value #>> '{}', '') as reason
         from journal j left join person p on p.id = j.person_id
           left join journal_personal r on r.sha256 = j.changes #>> '{0,after,sha256}'
         where j.subject_kind = 'person' and j.subject_id = $1 and j.act = 'VIEW_AS_BEGUN'
         order by j.seq desc limit 100`,
        [who.personId],
      ),
    );
    return { items: views.map(({ at, ...view }) => ({ at: at.toISOString(), ...view })) };
  }
}
