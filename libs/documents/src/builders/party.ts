import { documentWords } from '@zit/words.pl/documents';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { isLocalGovernment, LEGAL_FORMS, type LocalDate, type MemberFacts, type Representation } from '@zit/domain';
import type { Block, RichText, SignatureSlot } from '../model/model';
import { blank, bold, list, orBlank, rich } from '../model/rich-text';
import type { Contribution } from './contribution';

/** Parties in the order of the paper: leaders first, then partners as they joined. */
export const inOrder = (members: readonly MemberFacts[]): MemberFacts[] => [
  ...members.filter((member) => member.role === 'LEADER'),
  ...members.filter((member) => member.role !== 'LEADER'),
];

const legalForm = (member: MemberFacts): string =>
  LEGAL_FORMS.find((form) => form.code === member.legalForm)?.pl ?? organisationKindWords.sector[member.sector];

/** Identifiers; what a party must have and nobody knows yet is left to be filled in by hand. */
function identifiers(member: MemberFacts): RichText {
  const known = rich`NIP ${orBlank(member.nip, 'short')}, REGON ${orBlank(member.regon, 'short')}`;
  const inCourtRegister = member.sector === 'NGO' || member.sector === 'NGO_EQUIVALENT' || member.sector === 'BUSINESS';
  if (member.krs) return rich`KRS ${member.krs}, ${known}`;
  return inCourtRegister ? rich`KRS ${blank('short')}, ${known}` : known;
}

/** Those who may sign on that day, and how: any one alone, else all jointly, else two, else a proxy. */
export function signatories(
  member: MemberFacts,
  date: LocalDate,
): { people: Representation[]; how: Representation['mode'] } | null {
  const valid = member.representation.filter(
    (person) => (!person.validFrom || person.validFrom <= date) && (!person.validTo || date <= person.validTo),
  );
  const of = (mode: Representation['mode']) => valid.filter((person) => person.mode === mode);
  if (of('SOLE').length > 0) return { people: of('SOLE').slice(0, 1), how: 'SOLE' };
  if (of('JOINT_ALL').length > 0) return { people: of('JOINT_ALL'), how: 'JOINT_ALL' };
  if (of('JOINT_2').length > 1) return { people: of('JOINT_2').slice(0, 2), how: 'JOINT_2' };
  if (of('JOINT_2').length === 1) return { people: of('JOINT_2'), how: 'JOINT_2' };
  return of('PROXY').length > 0 ? { people: of('PROXY').slice(0, 1), how: 'PROXY' } : null;
}

/** „Osoba – funkcja”; the office is not said twice when the name says it. */
const officer = ({ person, function: office }: Representation): string =>
  office && !person.includes(office) ? `${person} – ${office}` : person;

function representation(member: MemberFacts, date: LocalDate): RichText {
  const found = signatories(member, date);
  if (!found) return rich`reprezentacja: ${blank()}`;
  const people = found.people.map((person) => [officer(person), person.evidence].filter(Boolean).join(', '));
  // Two must sign and only one is known: the second is left to be filled in by hand.
  const rest = found.how === 'JOINT_2' && people.length < 2 ? rich` oraz ${blank()}` : [];
  const how = organisationKindWords.representation[found.how];
  return rich`reprezentacja (${how}): ${people.join(' oraz ')}${rest}`;
}

/** One party as the preamble presents it. */
export const partyText = (member: MemberFacts, date: LocalDate, suffix: RichText): RichText =>
  rich`${bold(member.name)}, forma prawna: ${legalForm(member)}, adres siedziby: ${orBlank(member.address)}, ${identifiers(member)}, ${representation(member, date)}${suffix}`;

/** A municipality that promises a contribution needs its treasurer's countersignature (domain B.2, [K]). */
export const needsTreasurer = (member: MemberFacts, own: Contribution): boolean =>
  isLocalGovernment(member.sector) && own.cash + own.inKind > 0;

/** Parties as a numbered list: who, where, under which numbers, who acts; „dalej „Lider””. */
export function partyList(members: readonly MemberFacts[], date: LocalDate): Block {
  let partner = 0;
  const items = inOrder(members).map((member, i, all) => {
    if (member.role !== 'LEADER') partner += 1;
    const name = member.role === 'LEADER' ? 'Lider' : `Partner ${partner}`;
    const end = i === all.length - 1 ? '.' : i === all.length - 2 ? ' oraz' : ';';
    return partyText(member, date, rich` – dalej „${bold(name)}”${end}`);
  });
  return list('1)', items);
}

export function signatureSlot(member: MemberFacts, date: LocalDate, own: Contribution): SignatureSlot {
  const found = signatories(member, date);
  const people = (found?.people ?? []).map((person) => ({
    name: person.person,
    office: person.person.includes(person.function) ? '' : person.function,
  }));
  if (found?.how === 'JOINT_2' && people.length < 2) people.push({ name: '', office: documentWords.signature.office });
  return {
    party: member.name,
    signatories: people,
    countersignature: needsTreasurer(member, own) ? documentWords.signature.treasurer : null,
  };
}
