import { Injectable } from '@nestjs/common';
import type { OfferPresence, ShowPresence } from '@zit/contracts';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { openOffer } from './open-offer';

/** Seconds for which somebody counts as being here, and for which a sign of it is not written again. */
const HERE = 15;
const FRESH = 3;

// One tab a row; within three seconds a row that would say the same is left alone.
const SHOW = `
  insert into offer_presence as p (offer_id, person_id, tab, member_id, section) values ($1, $2, $3, $4, $5)
  on conflict (offer_id, person_id, tab) do update
    set section = excluded.section, member_id = excluded.member_id, seen_at = clock_timestamp()
    where p.section <> excluded.section or p.member_id <> excluded.member_id
      or p.seen_at < clock_timestamp() - interval '${FRESH} seconds'`;

const OTHERS = `
  select distinct m.id as member, o.name, p.section
  from offer_presence p join member m on m.id = p.member_id and m.left_at is null
  join organisation o on o.id = m.organisation_id
  where p.offer_id = $1 and p.seen_at > clock_timestamp() - interval '${HERE} seconds'
    and p.person_id <> $2
  order by o.name, m.id, p.section`;

/**
 * Who else has an offer open; one's own other tabs are nobody else. Others see the organisation and the section, never
 * the name; no act, so no entry.
 */
@Injectable()
export class PresenceService {
  constructor(private readonly door: Door) {}

  show(who: Actor, id: string, { section, tab }: ShowPresence): Promise<OfferPresence> {
    return this.door.write(who, async (manager) => {
      const { member } = await openOffer(manager, who, id, 'showPresence');
      await manager.query(SHOW, [id, who.personId, tab, member, section]);
      const others = await manager.query<OfferPresence['others']>(OTHERS, [id, who.personId]);
      return { others };
    });
  }
}
