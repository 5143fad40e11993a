import type { BudgetSource } from '../../budget/line';
import { itemName, OVERLAPPING_SERVICES } from '../../catalogue/services';
import { formatZloty } from '../../money/grosze';
import { offerCheckWords } from '../../words.pl/offer-check';
import { offerFormWords } from '../../words.pl/offer-form';
import type { OfferFinding } from '../finding';
import type { OfferContents, OfferMemberFacts } from '../offer-about';
import { isWholeLine } from '../offer-facts';
import { type AskedOffer, fails, grouped, type OfferCheck, warns } from './asked';

/** O-CONTRIBUTION: what a member declares is what its lines of the budget say, to the grosz. */
export const contribution: OfferCheck = (offer) =>
  offer.contents.budget.lines.length === 0 ? [] : offer.about.members.flatMap((member) => ofMember(offer, member));

function ofMember(offer: AskedOffer, { id, name }: OfferMemberFacts): OfferFinding[] {
  const words = offerCheckWords.contribution;
  const { contribution: said, budget } = offer.contents;
  const declared = said.members.find((each) => each.id === id);
  const mine = budget.lines.filter((line) => line.member === id);
  if (!declared || !mine.every((line) => isWholeLine(line, offer.memberIds))) return [];
  const inLines = (source: BudgetSource): number =>
    mine.filter((line) => line.source === source).reduce((sum, line) => sum + (line.amountGrosze ?? 0), 0);
  const fields = [
    { field: 'cashGrosze', text: words.cash, inLines: inLines('OWN_CASH') },
    { field: 'inKindGrosze', text: words.inKind, inLines: inLines('OWN_IN_KIND') },
  ] as const;
  const wrong = fields.filter(({ field, inLines: sum }) => declared[field] !== null && declared[field] !== sum);
  const [first] = wrong;
  if (!first) return [];
  const differences = wrong.map(({ field, text, inLines: sum }) =>
    text(formatZloty(declared[field] ?? 0), formatZloty(sum)),
  );
  const at = `contribution.members.${id}.${first.field}`;
  return [fails('O-CONTRIBUTION', { at, member: id, text: words.fail(name, differences), way: words.way })];
}

type Declaration = keyof typeof offerFormWords.sections.declarations.lists.members.fields;
const DECLARATIONS = [
  'statutory',
  'noArrears',
  'notExcluded',
  'truth',
  'personalData',
] as const satisfies Declaration[];

/** O-DECLARED: each member declares all that is asked, for itself; „nie” is an answer, and stands in the way. */
export const declared: OfferCheck = (offer) =>
  offer.about.members.flatMap(({ id, name }) => {
    const words = offerCheckWords.declared;
    const labels = offerFormWords.sections.declarations.lists.members.fields;
    const said = offer.contents.declarations.members.find((each) => each.id === id);
    const at = (field: Declaration): string => `declarations.members.${id}.${field}`;
    const refused = DECLARATIONS.filter((field) => said?.[field] === false);
    const open = DECLARATIONS.filter(
      (field) => (said?.[field] ?? null) === null && !offer.about.unread.includes(at(field)),
    );
    const faults: OfferFinding[] = [];
    if (refused[0]) {
      const text = words.refused(
        name,
        refused.map((field) => labels[field].label),
      );
      faults.push(fails('O-DECLARED', { at: at(refused[0]), member: id, text, way: words.wayRefused }));
    }
    if (open[0]) {
      const text = words.missing(name, open.length, DECLARATIONS.length);
      const way = offerCheckWords.wayOwn(name);
      faults.push({ ...fails('O-DECLARED', { at: at(open[0]), member: id, text, way }), gap: true });
    }
    return faults;
  });

type Service = OfferContents['services']['list'][number];

/** O-TWICE: the same service of one member twice, and one that both areas have (A.4); priced ones are R-DOUBLE's. */
export const twice: OfferCheck = (offer) =>
  offer.about.members.flatMap((member) => {
    const own = offer.contents.services.list.filter((item) => item.member === member.id && item.code !== null);
    return [...repeated(offer, member, own), ...inBothAreas(offer, member, own)];
  });

function repeated(offer: AskedOffer, { id, name }: OfferMemberFacts, own: readonly Service[]): OfferFinding[] {
  const words = offerCheckWords.twice;
  const again = grouped(own, ({ code }) => code ?? '').filter((items) => items.length > 1);
  const second = again[0]?.[1];
  if (!second) return [];
  const text = words.same(
    name,
    again.map(([item]) => serviceName(offer, item?.code)),
  );
  return [warns('O-TWICE', { at: `services.list.${second.id}`, member: id, text, way: words.waySame })];
}

function inBothAreas(offer: AskedOffer, { id, name }: OfferMemberFacts, own: readonly Service[]): OfferFinding[] {
  const words = offerCheckWords.twice;
  const lines = offer.contents.budget.lines.filter((line) => line.member === id);
  const has = (code: string): boolean => own.some((item) => item.code === code);
  const described = (code: string): boolean => own.some((item) => item.code === code && item.description !== null);
  const pairs = OVERLAPPING_SERVICES.filter(
    (pair) =>
      pair.every(has) && !pair.every(described) && !pair.every((code) => lines.some((line) => line.item === code)),
  );
  const second = own.find(({ code }) => code === pairs[0]?.[1]);
  if (!second) return [];
  const text = words.areas(
    name,
    pairs.map(([one, other]) => words.pair(serviceName(offer, one), serviceName(offer, other))),
  );
  return [warns('O-TWICE', { at: `services.list.${second.id}`, member: id, text, way: words.wayAreas })];
}

const serviceName = ({ facts }: AskedOffer, code: string | null | undefined): string =>
  itemName(code ?? '', facts.catalogueAdditions);
