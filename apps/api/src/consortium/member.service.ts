import { Injectable } from '@nestjs/common';
import type {
  AddMember,
  ChangeMember,
  ConsortiumResponse,
  LeaveConsortium,
  MemberFields,
  MemberResponse,
} from '@zit/contracts';
import { removeMember } from '@zit/domain';
import { consortiumActWords as words } from '@zit/words.pl/consortium-acts';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { guardedUpdate } from '../database/guarded-update';
import { mergeChange } from '../database/merge-change';
import { duplicate, notFound, stale, validation } from '../http/problem-error';
import { fieldChanges, type Change } from '../journal/changes';
import { note, type Act } from '../journal/note';
import type { Actor } from './actor';
import { answer, touch } from './consortium.service';
import { MemberRow } from './member.row';
import { lockConsortium } from './open-consortium';
import { readConsortium, type ConsortiumRecord } from './read-consortium';

@Injectable()
export class MemberService {
  constructor(private readonly door: Door) {}

  /** An organisation of the register joins; one that left may come back as a new member. */
  add(who: Actor, id: string, { organisationId, role }: AddMember): Promise<ConsortiumResponse> {
    return this.door.write(who, async (manager) => {
      await lockConsortium(manager, who, id, 'edit');
      const [joining] = await manager.query<{ name: string; here: boolean }[]>(
        `select name, exists (select 1 from member
           where consortium_id = $1 and organisation_id = organisation.id and left_at is null) as here
         from organisation where id = $2`,
        [id, organisationId],
      );
      if (!joining) throw validation([{ pointer: '/organisationId', message: words.noOrganisation }]);
      if (joining.here) throw duplicate([{ pointer: '/organisationId', message: words.alreadyMember(joining.name) }]);
      const [{ memberId }] = await manager.query<[{ memberId: string }]>(
        `insert into member (consortium_id, organisation_id, role, position)
         select $1, $2, $3, coalesce(max(position), 0) + 1 from member where consortium_id = $1
         returning id as "memberId"`,
        [id, organisationId, role],
      );
      return this.done(manager, who, id, 'ADD_MEMBER', { memberId, organisationId, role }, [
        { field: 'member', before: null, after: organisationId },
      ]);
    });
  }

  change(who: Actor, id: string, memberId: string, change: ChangeMember): Promise<ConsortiumResponse> {
    return this.door.write(who, async (manager) => {
      await lockConsortium(manager, who, id, 'edit');
      const member = await activeMember(manager, id, memberId);
      const { changed, conflicts } = mergeChange<MemberFields>(member, change);
      if (conflicts.length > 0) throw stale(conflicts, await answer(manager, who, id));
      const fields = Object.keys(changed);
      if (fields.length === 0) return answer(manager, who, id);
      await guardedUpdate(manager, MemberRow, member, changed);
      const details = { memberId, organisationId: member.organisationId, fields };
      return this.done(manager, who, id, 'CHANGE_MEMBER', details, fieldChanges(member, changed));
    });
  }

  /** This member becomes the leader, every other a partner. */
  appointLeader(who: Actor, id: string, memberId: string): Promise<ConsortiumResponse> {
    return this.door.write(who, async (manager) => {
      await lockConsortium(manager, who, id, 'edit');
      const member = await activeMember(manager, id, memberId);
      const [former = null] = await manager.query<{ id: string }[]>(
        `select organisation_id as id from member where consortium_id = $1 and left_at is null and role = 'LEADER'`,
        [id],
      );
      const [, changed] = await manager.query<[unknown, number]>(
        `update member set role = case when id = $2 then 'LEADER' else 'PARTNER' end, version = version + 1
         where consortium_id = $1 and left_at is null and (role = 'LEADER') <> (id = $2)`,
        [id, memberId],
      );
      if (changed === 0) return answer(manager, who, id);
      const { organisationId } = member;
      return this.done(manager, who, id, 'APPOINT_LEADER', { memberId, organisationId }, [
        { field: 'leader', before: former?.id ?? null, after: organisationId },
      ]);
    });
  }

  /** The member leaves and its lines, services and tasks go to the heir; the row stays and says when. */
  leave(who: Actor, id: string, memberId: string, { linesToMemberId }: LeaveConsortium): Promise<ConsortiumResponse> {
    return this.door.write(who, async (manager) => {
      await lockConsortium(manager, who, id, 'edit');
      const member = await activeMember(manager, id, memberId);
      const before = await readConsortium(manager, id);
      const heir = heirOf(before, memberId, linesToMemberId ?? null);
      if (heir) await inherit(manager, before, memberId, heir);
      await manager.query('update member set left_at = clock_timestamp(), version = version + 1 where id = $1', [
        memberId,
      ]);
      const heirOrganisationId = heir?.organisationId ?? null;
      const details = { memberId, organisationId: member.organisationId, heirOrganisationId };
      return this.done(manager, who, id, 'LEAVE_CONSORTIUM', details, [
        { field: 'member', before: member.organisationId, after: heirOrganisationId },
      ]);
    });
  }

  private async done(
    manager: EntityManager,
    who: Actor,
    id: string,
    act: Act,
    details: Record<string, unknown>,
    changes: readonly Change[],
  ): Promise<ConsortiumResponse> {
    await touch(manager, who, id);
    await note(manager, who, { act, subject: { kind: 'consortium', id }, details, changes });
    return answer(manager, who, id);
  }
}

async function activeMember(manager: EntityManager, consortiumId: string, id: string): Promise<MemberRow> {
  const member = await manager.findOneBy(MemberRow, { id, consortiumId });
  if (!member || member.leftAt !== null) throw notFound(words.noMember);
  return member;
}

/** Who takes over; null when there is nothing to take. @throws 400 when there is, and nobody is named */
function heirOf(before: ConsortiumRecord, leaving: string, named: string | null): MemberResponse | null {
  if (named === leaving) throw heirFault(words.heirIsLeaver);
  const heir = before.members.find((each) => each.id === named) ?? null;
  if (named && !heir) throw heirFault(words.noMember);
  const holds =
    before.lines.some((line) => line.member === leaving) ||
    before.services.some((service) => service.memberId === leaving);
  const name = before.members.find((each) => each.id === leaving)?.name ?? '';
  if (holds && !heir) throw heirFault(words.linesNeedHeir(name));
  return heir;
}

/** The heir takes lines, services and tasks, as the rule of the domain says. */
async function inherit(
  manager: EntityManager,
  before: ConsortiumRecord,
  leaving: string,
  heir: MemberResponse,
): Promise<void> {
  const after = removeMember(before, leaving, heir.id);
  await manager.query(
    'update budget_line set member_id = $3, version = version + 1 where consortium_id = $1 and member_id = $2',
    [before.id, leaving, heir.id],
  );
  const tasks = after.members.find((each) => each.id === heir.id)?.tasks ?? heir.tasks;
  await manager.query(
    'update member set tasks = $2, version = version + 1 where id = $1 and tasks is distinct from $2',
    [heir.id, JSON.stringify(tasks)],
  );
  await manager.query(
    'update consortium set services = $2, version = version + 1 where id = $1 and services is distinct from $2',
    [before.id, JSON.stringify(after.services)],
  );
}

const heirFault = (message: string) => validation([{ pointer: '/linesToMemberId', message }]);
