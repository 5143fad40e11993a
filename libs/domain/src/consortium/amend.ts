import type { ConsortiumFacts, MemberFacts } from './facts';

/**
 * The consortium after `member` has left; its lines, services and tasks go to `linesTo`. A leader that
 * leaves leaves no leader behind: whom to choose is a decision of people, and R-LEADER asks for it.
 */
export function removeMember(facts: ConsortiumFacts, member: string, linesTo: string | null): ConsortiumFacts {
  const leaving = facts.members.find((each) => each.id === member);
  if (!leaving || member === linesTo) return facts;
  const heir = linesTo === null ? undefined : facts.members.find((each) => each.id === linesTo);
  const members = facts.members
    .filter((each) => each.id !== member)
    .map((each) => (each === heir ? { ...each, tasks: [...new Set([...each.tasks, ...leaving.tasks])] } : each));
  const lines =
    facts.lines === null
      ? null
      : heir
        ? facts.lines.map((line) => (line.member === member ? { ...line, member: heir.id } : line))
        : facts.lines.filter((line) => line.member !== member);
  return { ...facts, members, lines, services: inherited(facts, member, heir) };
}

/** This member becomes the leader, every other a partner. */
export const appointLeader = (facts: ConsortiumFacts, member: string): ConsortiumFacts => ({
  ...facts,
  members: facts.members.map((each): MemberFacts => {
    const role = each.id === member ? 'LEADER' : 'PARTNER';
    return each.role === role ? each : { ...each, role };
  }),
});

function inherited(facts: ConsortiumFacts, member: string, heir: MemberFacts | undefined): ConsortiumFacts['services'] {
  const seen = new Set<string>();
  return facts.services.flatMap((service) => {
    const memberId = service.memberId === member ? heir?.id : service.memberId;
    const key = `${service.code}\u0000${memberId}`;
    if (memberId === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ ...service, memberId }];
  });
}
