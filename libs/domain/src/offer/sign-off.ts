import type { LocalDate } from '../calendar/local-date';
import { nameKey } from '../organisation/name-key';
import type { Representation, RepresentationMode } from '../organisation/representation';
import { isLocalGovernment } from '../organisation/sector';
import { signOffWords as words } from '../words.pl/offer-check';
import type { OfferMemberFacts } from './offer-about';

/** Who confirmed: the person's name, and whether as a signer or as the treasurer who countersigns. */
export interface SignedBy {
  name: string;
  capacity: 'SIGNER' | 'TREASURER';
}

const STRONGEST_FIRST: readonly RepresentationMode[] = ['SOLE', 'PROXY', 'JOINT_2', 'JOINT_ALL'];

/** The entry by which a person represents an organisation that day, found by name; the strongest of several, or null. */
export function representationOf(
  name: string,
  representation: readonly Representation[],
  today: LocalDate,
): Representation | null {
  const key = nameKey(name);
  const found = validOn(representation, today).filter(({ person }) => nameKey(person) === key);
  return found.sort((a, b) => STRONGEST_FIRST.indexOf(a.mode) - STRONGEST_FIRST.indexOf(b.mode))[0] ?? null;
}

/**
 * Whether those who confirmed bind the member by its rule of representation, and else what is missing, by name of
 * office. A local government that promises money also needs its treasurer (domain B.5, decision 12).
 */
export function signOff(
  member: Pick<OfferMemberFacts, 'name' | 'sector' | 'representation'>,
  today: LocalDate,
  confirmed: readonly SignedBy[],
  promisesMoney: boolean,
): { complete: boolean; missing: string | null } {
  const signers = new Set(confirmed.filter(({ capacity }) => capacity === 'SIGNER').map(({ name }) => nameKey(name)));
  const signed = signerMissing(validOn(member.representation, today), signers);
  const treasurer = confirmed.some(({ capacity }) => capacity === 'TREASURER');
  const needsTreasurer = promisesMoney && isLocalGovernment(member.sector) && !treasurer;
  const missing = [signed, needsTreasurer ? words.treasurer : null].filter((text) => text !== null);
  return missing.length === 0 ? { complete: true, missing: null } : { complete: false, missing: missing.join(' ') };
}

const validOn = (representation: readonly Representation[], day: LocalDate): Representation[] =>
  representation.filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day));

/** What the signers lack; null: nothing. */
function signerMissing(valid: readonly Representation[], signers: ReadonlySet<string>): string | null {
  if (valid.length === 0) return words.nobody;
  const of = (mode: RepresentationMode): Representation[] => valid.filter((entry) => entry.mode === mode);
  const hasSigned = ({ person }: Representation): boolean => signers.has(nameKey(person));
  if ([...of('SOLE'), ...of('PROXY')].some(hasSigned)) return null;
  const [two, all] = [of('JOINT_2'), of('JOINT_ALL')];
  const jointly = new Set(two.filter(hasSigned).map(({ person }) => nameKey(person)));
  if (jointly.size >= 2) return null;
  if (all.length > 0 && all.every(hasSigned)) return null;
  return wanted(valid, hasSigned);
}

/** The nearest way to a complete signature: who has begun goes on. */
function wanted(valid: readonly Representation[], hasSigned: (entry: Representation) => boolean): string {
  const of = (mode: RepresentationMode): Representation[] => valid.filter((entry) => entry.mode === mode);
  const rest = (mode: RepresentationMode): string[] =>
    of(mode)
      .filter((entry) => !hasSigned(entry))
      .map((entry) => entry.function);
  const begun = (mode: RepresentationMode): boolean => of(mode).some(hasSigned);
  if (begun('JOINT_2')) return of('JOINT_2').length < 2 ? words.noSecond : words.second(rest('JOINT_2'));
  if (begun('JOINT_ALL')) return words.all(rest('JOINT_ALL'));
  const alone = [...rest('SOLE'), ...rest('PROXY')];
  if (alone.length > 0) return words.alone(alone);
  if (of('JOINT_2').length > 0) return words.two(rest('JOINT_2'));
  return words.all(rest('JOINT_ALL'));
}
