import type { Sector } from '../organisation/sector';
import type { MemberFacts } from './facts';

/** Members that are one and the same legal person: it counts once, whatever number of rows it has. */
export interface LegalPerson {
  /** The row that stands for it: the municipality rather than its unit, then the leader, then by id. */
  chief: MemberFacts;
  members: MemberFacts[];
}

/** Which row stands for a person of several; the same whatever the order of rows. */
const RANK: readonly Sector[] = [
  'JST',
  'JST_UNIT',
  'BUSINESS',
  'OTHER',
  'UNIVERSITY',
  'CHURCH',
  'NGO_EQUIVALENT',
  'NGO',
];

/**
 * Groups members by legal person (A.15, N5, N5c): an equal NIP, KRS or entity's REGON (the first nine digits),
 * and a unit without legal personality belongs to the municipality whose NIP it names.
 */
export function legalPersons(members: readonly MemberFacts[]): LegalPerson[] {
  const parent = members.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const owner = new Map<string, number>();
  members.forEach((member, index) => {
    for (const key of legalPersonKeys(member)) {
      const first = owner.get(key);
      if (first === undefined) owner.set(key, index);
      else parent[rootOf(index)] = rootOf(first);
    }
  });
  const groups = new Map<number, MemberFacts[]>();
  members.forEach((member, index) => {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group) group.push(member);
    else groups.set(root, [member]);
  });
  return [...groups.values()].map((group) => ({ chief: [...group].sort(byStanding)[0]!, members: group }));
}

/** What identifies the legal person of a member, e.g. `NIP 9990000014`; all zeros identify nobody. */
export function legalPersonKeys(member: Pick<MemberFacts, 'nip' | 'regon' | 'krs' | 'unitOfNip'>): string[] {
  const keys: string[] = [];
  const add = (kind: string, text: string | null, shape: (digits: string) => string) => {
    const digits = text?.replace(/\D/g, '') ?? '';
    if (/[1-9]/.test(digits)) keys.push(`${kind} ${shape(digits)}`);
  };
  add('NIP', member.nip, (digits) => digits);
  add('NIP', member.unitOfNip, (digits) => digits);
  add('REGON', member.regon, (digits) => digits.slice(0, 9));
  add('KRS', member.krs, (digits) => digits.padStart(10, '0'));
  return [...new Set(keys)];
}

function byStanding(a: MemberFacts, b: MemberFacts): number {
  const bySector = RANK.indexOf(a.sector) - RANK.indexOf(b.sector);
  if (bySector !== 0) return bySector;
  if (a.role !== b.role) return a.role === 'LEADER' ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
