import {
  BUDGET_AREAS,
  BUDGET_SOURCES,
  CATEGORIES,
  catalogueOf,
  type BudgetArea,
  type ConsortiumFacts,
  type MemberFacts,
  type ServiceInCatalogue,
} from '@zit/domain';
import { areaAliases, shortArea, shortSource, sourceAliases } from '@zit/words.pl/budget';
import { catalogueWords } from '@zit/words.pl/catalogue';
import { choiceList, type Choice, type SheetLists } from './choices';

export interface ListSource extends Pick<ConsortiumFacts, 'catalogueAdditions'> {
  members: readonly Pick<MemberFacts, 'id' | 'name' | 'nip' | 'regon' | 'krs'>[];
  /** Codes of the categories that the lines use. */
  categories: readonly string[];
}

/** The lists of one consortium: its members and its catalogue beside the fixed categories, areas and sources. */
export function listsOf(facts: ListSource): SheetLists {
  const services = [...catalogueOf(facts.catalogueAdditions).values()];
  return {
    category: choiceList(categoriesOf(facts.categories)),
    area: choiceList(
      BUDGET_AREAS.map((area) => ({
        value: area,
        label: shortArea[area],
        code: null,
        aliases: [catalogueWords.area[area], ...areaAliases[area]],
      })),
    ),
    member: choiceList(
      facts.members.map((member, i) => ({
        value: member.id,
        label: member.name,
        code: `M${i + 1}`,
        aliases: [member.nip ?? '', member.regon ?? '', member.krs ?? ''].filter(Boolean),
      })),
    ),
    source: choiceList(
      BUDGET_SOURCES.map((source) => ({
        value: source,
        label: shortSource[source],
        code: null,
        aliases: [catalogueWords.source[source], ...sourceAliases[source]],
      })),
    ),
    item: choiceList(services.map(serviceChoice)),
    itemsByArea: Object.fromEntries(
      BUDGET_AREAS.map((area) => [area, choiceList(services.filter((each) => each.area === area).map(serviceChoice))]),
    ) as Record<BudgetArea, SheetLists['item']>,
  };
}

const serviceChoice = (service: ServiceInCatalogue): Choice => ({
  value: service.code,
  label: service.pl,
  code: service.code,
  aliases: [],
});

/** The programme's categories, and those that the lines already use besides them. */
function categoriesOf(used: readonly string[]): Choice[] {
  const known = CATEGORIES.map(({ code, pl }) => ({ value: code, label: pl, code, aliases: [] }));
  const codes = new Set(known.map((choice) => choice.value));
  const own = used.filter((code) => !codes.has(code));
  return [...known, ...own.map((code) => ({ value: code, label: code, code: null, aliases: [] }))];
}
