import { Injectable } from '@nestjs/common';
import type { OwnSession } from '@zit/contracts';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';

/** A person's own sessions: where one is signed in, and ending what one does not know. */
@Injectable()
export class OwnSessionsService {
  constructor(private readonly door: Door) {}

  /** The present one first, then by last use. */
  list(who: SignedIn): Promise<OwnSession[]> {
    return this.door.gateFor({ person: who.personId }, (manager) =>
      manager.query<OwnSession[]>(
        `select id, id = $2 as present, device, network,
                to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "beganAt",
                to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "seenAt"
         from session where person_id = $1 and created_at > now() - interval '12 hours'
         order by id = $2 desc, seen_at desc, id limit 100`,
        [who.personId, who.sessionId],
      ),
    );
  }

  /** @throws 404 when it is none of the person's own */
  async end(who: SignedIn, id: string): Promise<void> {
    const ended = await this.door.gateFor({ person: who.personId }, async (manager) => {
      const [gone] = await manager.query<[{ id: string }[], number]>(
        'delete from session where id = $1 and person_id = $2 returning id',
        [id, who.personId],
      );
      if (gone.length > 0)
        await note(manager, who, {
          act: 'END_SESSIONS',
          subject: { kind: 'person', id: who.personId },
          details: { sessionId: id, count: 1 },
        });
      return gone.length > 0;
    });
    if (!ended) throw notFound();
  }

  /** All but the present one. */
  async endOthers(who: SignedIn): Promise<void> {
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      const [, count] = await manager.query<[unknown[], number]>(
        'delete from session where person_id = $1 and id <> $2',
        [who.personId, who.sessionId],
      );
      await note(manager, who, {
        act: 'END_SESSIONS',
        subject: { kind: 'person', id: who.personId },
        details: { count },
      });
    });
  }
}
