import { formatDatePl, type LocalDate } from '../../calendar/local-date';
import type { Sector } from '../../organisation/sector';
import { ACTS, partnershipRegimeOn } from '../../regime/acts';
import type { LegalRegime } from '../../regime/legal-regime';
import { callCheckWords } from '../../words.pl/call-check';
import { organisationKindWords } from '../../words.pl/organisation-kinds';
import { regimeWords } from '../../words.pl/regime';
import type { CallFinding } from '../finding';
import { type CallAbout, type CallCheck, type CallContents, fails, findings, polishDay, warns } from './rule';

const words = callCheckWords.regime;
const CODE = 'C-REGIME';
const AT = 'basics.legalRegime';

/** B.1, art. 14(2): a joint offer under the public-benefit act, and regranting, are for these alone. */
const NGOS_ALONE: readonly LegalRegime[] = ['PUBLIC_BENEFIT_COMPETITION', 'REGRANTING_16A'];
const NGOS: readonly Sector[] = ['NGO', 'NGO_EQUIVALENT'];
const PARTNERSHIPS: readonly LegalRegime[] = ['PARTNER_2006_ART28A', 'PARTNER_2014_ART33', 'PARTNER_2022_ART39'];

/** C-REGIME (B.1, N22): the act is in force on the day of publication and fits the kinds of members. */
export const regime: CallCheck = (call, about) => {
  const { legalRegime } = call.basics;
  const day = polishDay(about.now);
  if (legalRegime === null) {
    const fix = words.fixNone(regimeWords.name[partnershipRegimeOn(day)]);
    return [fails(CODE, { at: AT, text: words.none, fix })];
  }
  const faults = [...inForce(legalRegime, day, about), ...members(call, legalRegime)];
  return findings(CODE, 'basics', faults, () => words.pass(regimeWords.name[legalRegime]));
};

function inForce(chosen: LegalRegime, day: LocalDate, about: CallAbout): CallFinding[] {
  // An annex keeps the basis with which the call was published, though a newer act came meanwhile.
  if (about.published?.basics.legalRegime === chosen) return [];
  const act = ACTS[chosen];
  const right = partnershipRegimeOn(day);
  const fix = words.fixRegime(regimeWords.name[right]);
  const sets = [{ path: AT, value: right }];
  const name = regimeWords.name[chosen];
  if (act !== null && act.inForce > day) {
    return [fails(CODE, { at: AT, text: words.notYet(name, formatDatePl(act.inForce)), fix, sets })];
  }
  if (!PARTNERSHIPS.includes(chosen) || chosen === right) return [];
  const text = words.older(name, regimeWords.name[right], formatDatePl(ACTS[right]?.inForce ?? day));
  return [warns(CODE, { at: AT, text, fix, sets })];
}

function members({ basics }: CallContents, chosen: LegalRegime): CallFinding[] {
  const at = 'basics.memberSectors';
  const admitted = basics.memberSectors;
  if (admitted === null) return [fails(CODE, { at, text: words.noSectors, fix: words.fixNoSectors })];
  const others = admitted.filter((sector) => !NGOS.includes(sector));
  if (!NGOS_ALONE.includes(chosen) || others.length === 0) return [];
  const text = words.onlyNgos(
    regimeWords.name[chosen],
    others.map((sector) => organisationKindWords.sector[sector]),
  );
  const kept = admitted.filter((sector) => NGOS.includes(sector));
  const sets = [{ path: at, value: kept.length > 0 ? kept : [...NGOS] }];
  return [fails(CODE, { at, text, fix: words.fixOnlyNgos, sets })];
}
