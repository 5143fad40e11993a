import type { EntityManager } from 'typeorm';
import { note } from '../journal/note';

/** Puts an administrator's own eyes and hat on again; the view ends for the session `$1`, or for all who view `$2`. */
const OWN_EYES = `
  update session own set viewed_person_id = null, view_reason = null, acting_for = null, acting_body = 'PROGRAMME'
  from session viewing where own.id = viewing.id and viewing.viewed_person_id is not null`;

/** Ends one view, in the transaction of the act that ends it. */
export const endView = (manager: EntityManager, sessionId: string): Promise<unknown> =>
  endAndNote(manager, `${OWN_EYES} and own.id = $1`, sessionId);

/** The person is about to be forgotten: whoever looks through their eyes is back behind their own, still signed in. */
export const endViewsOf = (manager: EntityManager, personId: string): Promise<unknown> =>
  endAndNote(manager, `${OWN_EYES} and viewing.viewed_person_id = $1`, personId);

async function endAndNote(manager: EntityManager, statement: string, id: string): Promise<void> {
  const [ended] = await manager.query<[{ viewerId: string; viewedId: string }[], number]>(
    `${statement} returning own.person_id as "viewerId", viewing.viewed_person_id as "viewedId"`,
    [id],
  );
  for (const { viewerId, viewedId } of ended)
    await note(
      manager,
      { personId: viewerId, actingFor: null, actingBody: 'PROGRAMME', grants: [{ role: 'ADMINISTRATOR' }] },
      { act: 'VIEW_AS_ENDED', subject: { kind: 'person', id: viewedId }, details: { viewerId, viewedId } },
    );
}
