import { LEGAL_REGIMES } from '../regime/legal-regime';
import { SECTORS } from '../organisation/sector';
import type { SheetForm } from '../sheet/form';

/** Channels of a notice (slide 13: web pages of SCOPiW and of the town; art. 13(3): BIP, the seat, the web page). */
export const CHANNEL_KINDS = ['WEB', 'BIP', 'SEAT', 'PRESS', 'OTHER'] as const;
/** With whom criteria are consulted (slide 13: the NGO council and the local government). */
export const CONSULTED_BODIES = ['NGO_COUNCIL', 'MUNICIPALITY', 'OTHER'] as const;
export const DAY_KINDS = ['CALENDAR', 'BUSINESS'] as const;
export type DayKind = (typeof DAY_KINDS)[number];
/** What a criterion is scored by: assessors, or the council's recommendation (positive: all points, else none). */
export const CRITERION_KINDS = ['SCORED', 'RECOMMENDATION'] as const;
/** F.4: whom a declared conflict takes out. */
export const CONFLICT_POLICIES = ['WHOLE_CALL', 'OFFER_ONLY'] as const;
/** How members hand in: the mode that the meeting chose (slide 13, „tryb i zasady”). */
export const FORMATION_MODES = ['OPEN_PARTNERSHIP', 'INVITED_PARTNERSHIP', 'OTHER'] as const;
export const MEETING_KINDS = ['INFORMATION', 'PARTNERSHIP', 'CRITERIA'] as const;

/** The form of a call (domain A.7–A.9, A.13, A.15, B.4, B.6). */
export const CALL_FORM = {
  version: 'call/1',
  sections: {
    basics: {
      fields: {
        title: { is: 'line', max: 200 },
        purpose: { is: 'text', max: 4_000 },
        tasks: { is: 'text', max: 10_000 },
        centres: { is: 'whole', min: 1, max: 36 },
        capGrosze: { is: 'grosze', max: 100_000_000_000 },
        periodFrom: { is: 'date' },
        periodTo: { is: 'date' },
        legalRegime: { is: 'choice', of: LEGAL_REGIMES },
        memberSectors: { is: 'choices', of: SECTORS },
      },
      lists: {},
    },
    rules: {
      fields: {
        ruleSet: { is: 'line', max: 40 },
        thresholdPoints: { is: 'hundredths', min: 0, max: 10_000 },
        quorum: { is: 'whole', min: 1, max: 20 },
        conflictPolicy: { is: 'choice', of: CONFLICT_POLICIES },
        scoringBody: { is: 'line', max: 200 },
        // Whole days after the publication; empty: the call gives no appeal.
        appealDays: { is: 'whole', min: 1, max: 365 },
      },
      // Ties are broken in this order: a criterion's code, LOWER_ZIT or LOT.
      lists: { ties: { max: 12, fields: { by: { is: 'line', max: 20 } } } },
    },
    criteria: {
      fields: {},
      lists: {
        list: {
          max: 30,
          fields: {
            code: { is: 'line', max: 10 },
            name: { is: 'line', max: 300 },
            guidance: { is: 'text', max: 2_000 },
            weight: { is: 'whole', min: 0, max: 100 },
            kind: { is: 'choice', of: CRITERION_KINDS },
          },
        },
      },
    },
    consultations: {
      fields: {},
      lists: {
        list: {
          max: 20,
          fields: {
            body: { is: 'choice', of: CONSULTED_BODIES },
            name: { is: 'line', max: 200 },
            date: { is: 'date' },
            opinion: { is: 'text', max: 4_000 },
          },
        },
        remarks: {
          max: 200,
          fields: {
            consultation: { is: 'item', list: 'list' },
            remark: { is: 'text', max: 4_000 },
            answer: { is: 'text', max: 4_000 },
          },
        },
      },
    },
    resolution: {
      fields: {
        body: { is: 'line', max: 200 },
        number: { is: 'line', max: 60 },
        date: { is: 'date' },
        mode: { is: 'choice', of: FORMATION_MODES },
        rules: { is: 'text', max: 10_000 },
        /** The criteria that were adopted, as `criteriaText` writes them; other criteria need another resolution. */
        adopted: { is: 'text', max: 40_000 },
      },
      lists: {},
    },
    meetings: {
      fields: {},
      lists: {
        list: {
          max: 20,
          fields: {
            kind: { is: 'choice', of: MEETING_KINDS },
            at: { is: 'moment' },
            place: { is: 'line', max: 300 },
            invitation: { is: 'text', max: 4_000 },
            minutes: { is: 'text', max: 20_000 },
          },
        },
        /** Who came, by organisation and number: no names of people are kept here. */
        attendance: {
          max: 500,
          fields: {
            meeting: { is: 'item', list: 'list' },
            organisation: { is: 'line', max: 200 },
            people: { is: 'whole', min: 1, max: 1_000 },
          },
        },
      },
    },
    notice: {
      fields: {
        text: { is: 'text', max: 20_000 },
        days: { is: 'whole', min: 0, max: 365 },
        dayKind: { is: 'choice', of: DAY_KINDS },
      },
      lists: {
        channels: {
          max: 20,
          fields: {
            kind: { is: 'choice', of: CHANNEL_KINDS },
            name: { is: 'line', max: 200 },
            publishedOn: { is: 'date' },
            link: { is: 'link' },
            evidence: { is: 'text', max: 1_000 },
          },
        },
      },
    },
    deadline: {
      fields: {
        opensAt: { is: 'moment' },
        closesAt: { is: 'moment' },
        /** A late offer may be admitted by a minuted decision of the chair. */
        admitsLate: { is: 'yes' },
      },
      lists: {},
    },
    texts: {
      fields: {
        documents: { is: 'text', max: 10_000 },
        procedure: { is: 'text', max: 10_000 },
        contact: { is: 'text', max: 1_000 },
        personalData: { is: 'text', max: 10_000 },
      },
      lists: {},
    },
  },
} as const satisfies SheetForm;
