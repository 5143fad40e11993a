import { formatDatePl } from '../../calendar/local-date';
import { isLocalGovernment, isNgo, type Sector } from '../../organisation/sector';
import { municipalityName } from '../../territory/municipality-names';
import { nameOfPath } from '../../sheet/names';
import { offerCheckWords } from '../../words.pl/offer-check';
import { organisationKindWords } from '../../words.pl/organisation-kinds';
import type { OfferFinding } from '../finding';
import { OFFER_FORM } from '../offer-form';
import { type AskedOffer, fails, FORM, grouped, type OfferCheck, partName, partOf, warns } from './asked';

const { unread: unreadWords, members: memberWords, left: leftWords, letters: letterWords } = offerCheckWords;

/** O-READ: what was typed and cannot be read, one finding for each section and whose part it is. */
export const unread: OfferCheck = (offer) => {
  const names = Object.fromEntries(offer.about.members.map(({ id, name }) => [id, name]));
  const keyOf = (path: string): string => `${path.split('.')[0]} ${partOf(offer, path) ?? ''}`;
  return grouped(offer.about.unread, keyOf).map((paths) => {
    const [at = ''] = paths;
    const member = partOf(offer, at);
    const said = paths.map((path) => withoutTitle(nameOfPath(OFFER_FORM, offer.contents, path, names)));
    const text = unreadWords.fail(partName(offer, at.split('.')[0] ?? '', member), said);
    return fails('O-READ', { at, member, text, way: unreadWords.way });
  });
};

const withoutTitle = (name: string): string => name.slice(name.indexOf(': ') + 1).trim();

/** O-MEMBERS: the call admits the sector of each member; somebody of them is at home in the municipality (Q12). */
export const members: OfferCheck = ({ about }) => {
  const { call } = about;
  const { sector: nameOf } = organisationKindWords;
  const allowed = call.memberSectors.map((each) => nameOf[each as Sector] ?? each);
  const strange = about.members.filter(({ sector }) => !admits(call.memberSectors, sector));
  const faults = strange.map(({ name, sector }) =>
    fails('O-MEMBERS', {
      at: 'partnership',
      text: memberWords.sector(name, nameOf[sector], allowed),
      way: memberWords.way,
    }),
  );
  const local = about.members.filter(({ role, sector }) => role === 'LEADER' || isLocalGovernment(sector));
  const atHome = local.some(({ seatTeryt }) => seatTeryt === null || seatTeryt === call.teryt);
  if (atHome || about.members.length === 0) return faults;
  const text = memberWords.seat(municipalityName(call.teryt) ?? call.teryt);
  return [...faults, warns('O-MEMBERS', { at: 'partnership.formation', text, way: memberWords.waySeat })];
};

/** An art. 3(3) entity counts as an NGO, a unit as its municipality, as everywhere (Q2). */
const admits = (sectors: readonly string[], sector: Sector): boolean =>
  sectors.length === 0 ||
  sectors.includes(sector) ||
  (isNgo(sector) && sectors.includes('NGO')) ||
  (isLocalGovernment(sector) && sectors.includes('JST'));

/** O-LEFT: what names a member that is not in the consortium any more; the leader gives it to somebody. */
export const left: OfferCheck = (offer) =>
  Object.entries(FORM.sections).flatMap(([section, { lists }]) => {
    const stray = Object.entries(lists).flatMap(([list, { of }]) =>
      ((offer.sheet[section]?.[list] ?? []) as { id: string; member?: string | null }[])
        .map((item) => ({ at: `${section}.${list}.${item.id}`, member: of === 'EACH_MEMBER' ? item.id : item.member }))
        .filter(({ member }) => of !== undefined && typeof member === 'string' && !offer.memberIds.has(member)),
    );
    const [first] = stray;
    if (!first) return [];
    const text = leftWords.fail(offer.names.section(section).title, stray.length);
    return [fails('O-LEFT', { at: first.at, text, way: leftWords.way })];
  });

/** O-LETTERS: the letters that were issued hang on the offer; without them one is only warned (A.11). */
export const letters: OfferCheck = ({ about }) => {
  const kinds = ['LETTER_OF_INTENT', 'LETTER_OF_CONFIRMATION'] as const;
  const missing = kinds.filter((kind) => !about.papers.some((paper) => paper.kind === kind));
  if (missing.length === 0) return [];
  const text = letterWords.missing(missing.map((kind) => letterWords.kind[kind]));
  return [warns('O-LETTERS', { at: 'partnership', text, way: letterWords.way })];
};

/** O-PERIOD: within the call's bounds; what is planned lies within the offer's own period. */
export const period: OfferCheck = (offer) => {
  const words = offerCheckWords.period;
  const { periodFrom: from, periodTo: to } = offer.contents.basics;
  const { periodFrom: first, periodTo: last } = offer.about.call;
  const faults: OfferFinding[] = [];
  if (from && to && ((first && from < first) || (last && to > last))) {
    const [a, b, c, d] = [from, to, first ?? from, last ?? to].map(formatDatePl) as [string, string, string, string];
    const path = first && from < first ? 'basics.periodFrom' : 'basics.periodTo';
    faults.push(fails('O-PERIOD', { at: path, text: words.outside(a, b, c, d), way: words.way }));
  }
  return [...faults, ...planned(offer)];
};

function planned(offer: AskedOffer): OfferFinding[] {
  const words = offerCheckWords.period;
  const { periodFrom, periodTo } = offer.contents.basics;
  const outside = offer.contents.plan.list.filter(({ from, to }) => {
    const [start, end] = [from ?? to, to ?? from];
    if (start === null || end === null) return false;
    return end < start || (periodFrom !== null && start < periodFrom) || (periodTo !== null && end > periodTo);
  });
  return grouped(outside, ({ id }) => partOf(offer, `plan.list.${id}`) ?? '').map((items) => {
    const at = `plan.list.${items[0]?.id}.from`;
    const member = partOf(offer, at);
    const names = items.map((item) => offer.names.item('plan', 'list', item));
    return fails('O-PERIOD', {
      at,
      member,
      text: words.plan(partName(offer, 'plan', member), names),
      way: words.wayPlan,
    });
  });
}

/** O-PLACES: the location condition of area 2 (slide 9, Q13), and points outside the municipality; both only warn. */
export const places: OfferCheck = (offer) => {
  const words = offerCheckWords.places;
  const { about, facts, contents } = offer;
  const { justification, points } = contents.places;
  const social = facts.services.some(({ code }) => code.startsWith('SS_'));
  const priced = (facts.lines ?? []).some(({ area }) => area === 'SOCIAL_SERVICES');
  const faults: OfferFinding[] = [];
  if ((social || priced) && (justification === null || contents.places.criteria.length === 0)) {
    const at = justification === null ? 'places.justification' : 'places';
    faults.push(warns('O-PLACES', { at, text: words.condition, way: words.way }));
  }
  const elsewhere = points.filter(({ teryt }) => teryt !== null && teryt !== about.call.teryt);
  const [first] = elsewhere;
  if (!first) return faults;
  const names = elsewhere.map((point) => offer.names.item('places', 'points', point));
  const text = words.elsewhere(names, municipalityName(about.call.teryt) ?? about.call.teryt);
  return [...faults, warns('O-PLACES', { at: `places.points.${first.id}.teryt`, text, way: words.wayElsewhere })];
};
