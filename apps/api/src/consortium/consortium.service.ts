import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChangeConsortium, ConsortiumFields, ConsortiumResponse, CreateConsortium } from '@zit/contracts';
import { consortiumFounding, nameKey, OMT_2014 } from '@zit/domain';
import { consortiumActWords as words } from '@zit/words.pl/consortium-acts';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { guardedUpdate } from '../database/guarded-update';
import { mergeChange } from '../database/merge-change';
import { isBlank } from '../http/blank';
import { forbidden, stale, validation } from '../http/problem-error';
import { fieldChanges } from '../journal/changes';
import { note } from '../journal/note';
import type { Actor } from './actor';
import { checkCard } from './check-card';
import { ConsortiumRow } from './consortium.row';
import { accessOf, lockConsortium, mayOf, openConsortium, standingOf } from './open-consortium';
import { readConsortium } from './read-consortium';

@Injectable()
export class ConsortiumService {
  constructor(private readonly door: Door) {}

  /** A new consortium for a planned centre; a coordinator's organisation is its leader from the first moment. */
  create(who: Actor, { title, localCentreId }: CreateConsortium): Promise<ConsortiumResponse> {
    if (isBlank(title)) throw validation([{ pointer: '/title', message: words.valueNeeded }]);
    return this.door.write(who, async (manager) => {
      const [centre] = await manager.query<{ teryt: string }[]>('select teryt from local_centre where id = $1', [
        localCentreId,
      ]);
      if (!centre) throw validation([{ pointer: '/localCentreId', message: words.noLocalCentre }]);
      const founding = consortiumFounding(who.grants, who.actingFor, centre.teryt);
      if (!founding.create) throw forbidden(words.mayNotCreate);
      // The id is made here: until its leader has joined, the founder does not yet see the row to read it back.
      const id = randomUUID();
      await manager.query(
        `insert into consortium (id, title, title_key, local_centre_id, teryt, rule_set_version, created_by, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [id, title, nameKey(title), localCentreId, centre.teryt, OMT_2014.version, who.personId],
      );
      if (founding.leaderOrganisationId)
        await manager.query(
          `insert into member (consortium_id, organisation_id, role, position) values ($1, $2, 'LEADER', 1)`,
          [id, founding.leaderOrganisationId],
        );
      await note(manager, who, { act: 'CREATE_CONSORTIUM', subject: { kind: 'consortium', id }, details: { title } });
      return answer(manager, who, id);
    });
  }

  read(who: Actor, id: string): Promise<ConsortiumResponse> {
    return this.door.read(who, async (manager) => {
      await openConsortium(manager, who, id);
      return answer(manager, who, id);
    });
  }

  change(who: Actor, id: string, change: ChangeConsortium): Promise<ConsortiumResponse> {
    return this.door.write(who, async (manager) => {
      await lockConsortium(manager, who, id, 'edit');
      const row = await manager.findOneByOrFail(ConsortiumRow, { id });
      const { changed, conflicts } = mergeChange<ConsortiumFields>(row, change);
      if (conflicts.length > 0) throw stale(conflicts, await answer(manager, who, id));
      const fields = Object.keys(changed);
      if (fields.length === 0) return answer(manager, who, id);
      await checkCard(manager, { ...row, ...changed }, changed);
      await guardedUpdate(manager, ConsortiumRow, row, {
        ...changed,
        ...(changed.title === undefined ? {} : { titleKey: nameKey(changed.title) }),
        ...changedNow(who),
      });
      const changes = fieldChanges(row, changed);
      await note(manager, who, {
        act: 'CHANGE_CONSORTIUM',
        subject: { kind: 'consortium', id },
        details: { fields },
        changes,
      });
      return answer(manager, who, id);
    });
  }
}

/** The whole consortium, with what this person may do with it now. */
export async function answer(manager: EntityManager, who: Actor, id: string): Promise<ConsortiumResponse> {
  const record = await readConsortium(manager, id);
  return { ...record, may: mayOf(accessOf(who, standingOf(record))) };
}

const changedNow = (who: Actor) => ({ updatedAt: () => 'clock_timestamp()', updatedBy: who.personId });

/** Something in the consortium changed beside its card: the card says when and by whom, its version stays. */
export async function touch(manager: EntityManager, who: Actor, id: string): Promise<void> {
  await manager.query('update consortium set updated_at = clock_timestamp(), updated_by = $2 where id = $1', [
    id,
    who.personId,
  ]);
}
