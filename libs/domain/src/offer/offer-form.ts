import { BUDGET_AREAS, BUDGET_SOURCES } from '../budget/line';
import { CATEGORIES } from '../catalogue/categories';
import { SERVICE_AREAS } from '../catalogue/services';
import { TARGET_GROUPS } from '../catalogue/target-groups';
import type { SheetForm } from '../sheet/form';

/** Goals, priorities and actions of KPPUiWS 2020 (slides 5–8, 14–16 of the second deck); LC work belongs to priority III. */
export const NATIONAL_GOALS = ['1', '2', '3', '4', '5'] as const;
export const NATIONAL_PRIORITIES = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;
export const NATIONAL_ACTIONS = ['III.1', 'III.2', 'III.3', 'III.4'] as const;
/** Location criteria of a Local Centre (slide 12); the slide's list is open, hence `OTHER`. */
export const LOCATION_CRITERIA = [
  'REVITALISATION',
  'DEGRADED_AREA',
  'UNEMPLOYMENT_STRUCTURE',
  'AGE_STRUCTURE',
  'ADVERSE_PHENOMENA',
  'SERVICE_AVAILABILITY',
  'OTHER',
] as const;
/** 10 000 000 000,00 zł: far above any budget, and 5 000 lines of it still add up exactly. */
const MOST_GROSZE = 1_000_000_000_000;
export const INDICATOR_KINDS = ['OUTPUT', 'RESULT'] as const;

/**
 * The form of an offer (domain B.5 mapped to ours, A.3–A.7, decision 11). Fields of a section belong to the leader; a
 * list says whose its items are (`of`).
 */
export const OFFER_FORM = {
  version: 'offer/1',
  sections: {
    basics: {
      fields: {
        title: { is: 'line', max: 200 },
        periodFrom: { is: 'date' },
        periodTo: { is: 'date' },
        summary: { is: 'text', max: 6_000 },
        needs: { is: 'text', max: 6_000 },
        complementarity: { is: 'text', max: 4_000 },
        officeEmail: { is: 'line', max: 200 },
        officePhone: { is: 'line', max: 60 },
      },
      lists: {},
    },
    partnership: {
      fields: {
        formation: { is: 'text', max: 4_000 },
        cooperation: { is: 'text', max: 4_000 },
        council: { is: 'text', max: 4_000 },
        openness: { is: 'text', max: 2_000 },
      },
      lists: {},
    },
    services: {
      fields: {},
      lists: {
        list: {
          of: 'MEMBER',
          max: 200,
          fields: {
            member: { is: 'member' },
            /** A code of the catalogue, or of `additions`. */
            code: { is: 'line', max: 40 },
            goal: { is: 'choice', of: NATIONAL_GOALS },
            priority: { is: 'choice', of: NATIONAL_PRIORITIES },
            action: { is: 'choice', of: NATIONAL_ACTIONS },
            description: { is: 'text', max: 4_000 },
          },
        },
        additions: {
          max: 20,
          fields: {
            code: { is: 'line', max: 40 },
            name: { is: 'line', max: 200 },
            area: { is: 'choice', of: SERVICE_AREAS },
            justification: { is: 'text', max: 2_000 },
          },
        },
      },
    },
    groups: {
      fields: {
        distinctPersons: { is: 'whole', min: 0, max: 1_000_000 },
        recruitment: { is: 'text', max: 4_000 },
        environment: { is: 'text', max: 2_000 },
      },
      lists: {
        list: {
          max: 15,
          fields: {
            code: { is: 'choice', of: TARGET_GROUPS.map(({ code }) => code) },
            planned: { is: 'whole', min: 0, max: 1_000_000 },
            note: { is: 'text', max: 1_000 },
          },
        },
      },
    },
    places: {
      fields: { justification: { is: 'text', max: 4_000 } },
      lists: {
        points: {
          max: 50,
          fields: {
            name: { is: 'line', max: 200 },
            teryt: { is: 'line', max: 7 },
            address: { is: 'line', max: 300 },
            hours: { is: 'line', max: 300 },
            accessibility: { is: 'text', max: 1_000 },
          },
        },
        criteria: {
          max: 60,
          fields: {
            criterion: { is: 'choice', of: LOCATION_CRITERIA },
            name: { is: 'line', max: 200 },
            point: { is: 'item', list: 'points' },
            value: { is: 'line', max: 100 },
            unit: { is: 'line', max: 60 },
            source: { is: 'line', max: 300 },
            year: { is: 'whole', min: 1990, max: 2100 },
            note: { is: 'text', max: 1_000 },
          },
        },
      },
    },
    plan: {
      fields: {},
      lists: {
        list: {
          of: 'MEMBER',
          max: 200,
          fields: {
            member: { is: 'member' },
            name: { is: 'line', max: 200 },
            description: { is: 'text', max: 4_000 },
            groups: { is: 'choices', of: TARGET_GROUPS.map(({ code }) => code) },
            from: { is: 'date' },
            to: { is: 'date' },
            outside: { is: 'text', max: 1_000 },
          },
        },
      },
    },
    indicators: {
      fields: { results: { is: 'text', max: 6_000 } },
      lists: {
        list: {
          max: 60,
          fields: {
            kind: { is: 'choice', of: INDICATOR_KINDS },
            name: { is: 'line', max: 300 },
            unit: { is: 'line', max: 60 },
            baseline: { is: 'hundredths', min: 0, max: 10_000_000_000 },
            target: { is: 'hundredths', min: 0, max: 10_000_000_000 },
            measurement: { is: 'text', max: 2_000 },
            due: { is: 'date' },
          },
        },
      },
    },
    experience: {
      fields: {},
      lists: {
        members: {
          of: 'EACH_MEMBER',
          max: 100,
          fields: {
            similarProjects: { is: 'whole', min: 0, max: 1_000 },
            turnoverGrosze: { is: 'grosze', max: MOST_GROSZE },
            experience: { is: 'text', max: 6_000 },
            people: { is: 'text', max: 4_000 },
            things: { is: 'text', max: 4_000 },
          },
        },
      },
    },
    budget: {
      fields: { declaredTotalGrosze: { is: 'grosze', max: MOST_GROSZE } },
      lists: {
        lines: {
          of: 'MEMBER',
          max: 5_000,
          fields: {
            member: { is: 'member' },
            category: { is: 'choice', of: CATEGORIES.map(({ code }) => code) },
            area: { is: 'choice', of: BUDGET_AREAS },
            item: { is: 'line', max: 300 },
            source: { is: 'choice', of: BUDGET_SOURCES },
            unit: { is: 'line', max: 60 },
            quantity: { is: 'thousandths', max: 1_000_000_000 },
            unitPriceGrosze: { is: 'grosze', max: MOST_GROSZE },
            amountGrosze: { is: 'grosze', max: MOST_GROSZE },
            valuation: { is: 'text', max: 2_000 },
            justification: { is: 'text', max: 2_000 },
          },
        },
      },
    },
    contribution: {
      fields: {},
      lists: {
        members: {
          of: 'EACH_MEMBER',
          max: 100,
          fields: {
            cashGrosze: { is: 'grosze', max: MOST_GROSZE },
            inKindGrosze: { is: 'grosze', max: MOST_GROSZE },
            valuation: { is: 'text', max: 4_000 },
            evidence: { is: 'text', max: 2_000 },
          },
        },
      },
    },
    declarations: {
      fields: {},
      lists: {
        members: {
          of: 'EACH_MEMBER',
          max: 100,
          fields: {
            statutory: { is: 'yes' },
            noArrears: { is: 'yes' },
            notExcluded: { is: 'yes' },
            truth: { is: 'yes' },
            personalData: { is: 'yes' },
            remarks: { is: 'text', max: 2_000 },
          },
        },
      },
    },
  },
} as const satisfies SheetForm;
