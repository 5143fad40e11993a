import { lineNo } from '../../budget/amend';
import type { FieldWords } from '../../sheet/form-words';
import { lower } from '../../sheet/names';
import { type AnyItem, itemsOf } from '../../sheet/read-sheet';
import { offerCheckWords } from '../../words.pl/offer-check';
import type { OfferFinding } from '../finding';
import { type AskedOffer, fails, FORM, grouped, memberName, type OfferCheck, partName, partOf, warns } from './asked';

const words = offerCheckWords.missing;
const CODE = 'O-FIELDS';

interface RequiredList {
  /** Items at least; of what each member has one of: fields of the leader besides. */
  some?: true;
  fields: readonly string[];
  leader?: readonly string[];
}

/** Without these nobody could judge the offer (B.5, A.7, A.13). Declarations are O-DECLARED's. */
const REQUIRED: Readonly<Record<string, { fields: readonly string[]; lists: Readonly<Record<string, RequiredList>> }>> =
  {
    basics: {
      fields: ['title', 'periodFrom', 'periodTo', 'summary', 'needs', 'complementarity', 'officeEmail'],
      lists: {},
    },
    partnership: { fields: ['formation', 'cooperation', 'council', 'openness'], lists: {} },
    services: {
      fields: [],
      lists: {
        list: { some: true, fields: ['member', 'code', 'description'] },
        additions: { fields: ['code', 'name', 'area', 'justification'] },
      },
    },
    groups: {
      fields: ['distinctPersons', 'recruitment'],
      lists: { list: { some: true, fields: ['code', 'planned'] } },
    },
    places: {
      fields: [],
      lists: {
        points: { some: true, fields: ['teryt', 'address', 'hours', 'accessibility'] },
        criteria: { fields: ['criterion', 'value', 'source', 'year'] },
      },
    },
    plan: { fields: [], lists: { list: { some: true, fields: ['member', 'name', 'description', 'from', 'to'] } } },
    indicators: {
      fields: ['results'],
      lists: { list: { some: true, fields: ['kind', 'name', 'unit', 'target', 'measurement'] } },
    },
    experience: {
      fields: [],
      lists: {
        members: { fields: ['experience', 'people', 'things'], leader: ['similarProjects', 'turnoverGrosze'] },
      },
    },
    budget: {
      fields: ['declaredTotalGrosze'],
      lists: {
        lines: {
          some: true,
          fields: ['member', 'category', 'area', 'item', 'source', 'quantity', 'unitPriceGrosze', 'amountGrosze'],
        },
      },
    },
    contribution: { fields: [], lists: { members: { fields: ['cashGrosze', 'inKindGrosze'] } } },
  };

/** Something that is not there: where, in whose part, and how it is called. */
interface Gap {
  at: string;
  member: string | undefined;
  name: string;
}

/** O-FIELDS: what is empty, one finding for each section and whose part it is. What cannot be read is O-READ's. */
export const missing: OfferCheck = (offer) => [
  ...Object.keys(REQUIRED).flatMap((section) => sectionFindings(offer, section)),
  ...tags(offer),
];

function sectionFindings(offer: AskedOffer, section: string): OfferFinding[] {
  return grouped(gapsOf(offer, section), ({ member }) => member ?? '').map((gaps) => {
    const [{ at, member } = { at: section, member: undefined }] = gaps;
    const names = gaps.map(({ name }) => name);
    const text = words.fail(partName(offer, section, member), names);
    const way = offerCheckWords.wayOwn(memberName(offer, member));
    return { ...fails(CODE, { at, member, text, way }), gap: true };
  });
}

function gapsOf(offer: AskedOffer, section: string): Gap[] {
  const { fields, lists } = REQUIRED[section] ?? { fields: [], lists: {} };
  const values = offer.sheet[section] ?? {};
  const own = fields
    .filter((name) => isMissing(offer, `${section}.${name}`, values[name]))
    .map((name) => gap(offer, `${section}.${name}`, labelOf(offer.names.section(section).fields, name)));
  return [...own, ...Object.entries(lists).flatMap(([list, of]) => listGaps(offer, section, list, of))];
}

function listGaps(offer: AskedOffer, section: string, list: string, required: RequiredList): Gap[] {
  if (FORM.sections[section]?.lists[list]?.of === 'EACH_MEMBER') return eachGaps(offer, section, list, required);
  const items = itemsOf(offer.sheet, section, list);
  if (items.length === 0 && required.some) {
    return [{ at: section, member: undefined, name: words.none(offer.names.list(section, list).title) }];
  }
  return items.flatMap((item, index) => {
    const empty = emptyFields(offer, `${section}.${list}.${item.id}`, item, required.fields);
    if (empty.length === 0) return [];
    const labels = offer.names.list(section, list).fields;
    const name = offer.names.item(section, list, item);
    const called = list === 'lines' ? `${lineNo(index)} ${name}` : name;
    const said = words.ofItem(
      called,
      empty.map((field) => labelOf(labels, field)),
    );
    return [gap(offer, `${section}.${list}.${item.id}.${empty[0]}`, said)];
  });
}

function eachGaps(offer: AskedOffer, section: string, list: string, required: RequiredList): Gap[] {
  return offer.about.members.flatMap(({ id, role }) => {
    const item = itemsOf(offer.sheet, section, list).find((each) => each.id === id) ?? { id };
    const wanted = [...required.fields, ...(role === 'LEADER' ? (required.leader ?? []) : [])];
    // What is brought in kind has a value that somebody found (N16).
    if (section === 'contribution' && Number(item['inKindGrosze']) > 0) wanted.push('valuation');
    const at = `${section}.${list}.${id}`;
    return emptyFields(offer, at, item as AnyItem, wanted).map((field) =>
      gap(offer, `${at}.${field}`, labelOf(offer.names.list(section, list).fields, field)),
    );
  });
}

const gap = (offer: AskedOffer, at: string, name: string): Gap => ({ at, member: partOf(offer, at), name });

/** How a field is called within a sentence. */
const labelOf = (labels: Readonly<Record<string, FieldWords>>, field: string): string =>
  lower(labels[field]?.label ?? field);

const emptyFields = (offer: AskedOffer, at: string, item: AnyItem, fields: readonly string[]): string[] =>
  fields.filter((field) => isMissing(offer, `${at}.${field}`, item[field]));

const isMissing = ({ about }: AskedOffer, path: string, value: unknown): boolean =>
  (value ?? null) === null && !about.unread.includes(path);

/** Goal and priority of the national programme: a tag, so it only warns (A.12). */
function tags(offer: AskedOffer): OfferFinding[] {
  const bare = offer.contents.services.list.filter(({ goal, priority }) => goal === null || priority === null);
  const at = (id: string): string => `services.list.${id}`;
  return grouped(bare, ({ id }) => partOf(offer, at(id)) ?? '').map((items) => {
    const [first] = items;
    const path = `${at(first?.id ?? '')}.${first?.goal === null ? 'goal' : 'priority'}`;
    const member = partOf(offer, path);
    const names = items.map((item) => offer.names.item('services', 'list', item));
    const text = words.tags(partName(offer, 'services', member), names);
    return warns(CODE, { at: path, member, text, way: words.wayTags });
  });
}
