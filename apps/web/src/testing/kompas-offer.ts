import type { OfferListItem, OfferOpening, OfferResponse, SheetResponse } from '@zit/contracts';
import { OMT_2014, type SheetValues } from '@zit/domain';
import { kompasFacts, sampleOffers } from '@zit/sample';

const PERIOD = { from: '2015-07-01', to: '2016-06-30' };

/** Ids of the members of „Kompas Sopocki” in its offer, in their order. */
export const memberId = (organisation: string): string => {
  const at = kompasFacts().members.findIndex(({ id }) => id === organisation);
  return `00000000-0000-4000-8000-0000000002${String(at + 1).padStart(2, '0')}`;
};

export const LEADER = memberId(kompasFacts().members[0]!.id);
export const PARTNER = memberId(kompasFacts().members[1]!.id);

/** The offer of „Kompas Sopocki” as the API answers it, open until tomorrow; the person writes for the leader. */
export function kompasOffer(change: Partial<OfferResponse> = {}): OfferResponse {
  return {
    id: 'F1',
    state: 'DRAFT',
    title: 'Lokalne Centrum „Kompas Sopocki”',
    consortiumId: 'K1',
    consortium: 'Kompas Sopocki',
    call: {
      id: 'C1',
      slug: 'lc-2264-2015-01',
      number: 'LC/2264/2015/01',
      title: 'Lokalne Centrum w Sopocie',
      municipality: 'Sopot',
      teryt: '2264011',
      phase: 'OPEN',
      opensAt: '2015-03-02T08:00:00.000Z',
      deadlineAt: new Date(Date.now() + 26 * 3_600_000).toISOString(),
      edition: 1,
      sha256: 'a'.repeat(64),
      admitsLate: false,
      capGrosze: 33_000_000,
      periodFrom: PERIOD.from,
      periodTo: PERIOD.to,
      legalRegime: 'OWN_REGULATIONS',
      memberSectors: [],
      ruleSet: OMT_2014,
    },
    members: kompasFacts().members.map((member) => ({
      ...member,
      id: memberId(member.id),
      organisationId: `O-${member.id}`,
    })),
    me: { member: LEADER, leads: true, edits: true, confirms: null, submits: true },
    loans: [],
    attachments: [],
    papers: [],
    elsewhere: [],
    correction: null,
    updatedAt: '2015-03-20T12:00:00.000Z',
    serverTime: new Date().toISOString(),
    ...change,
  };
}

/** As somebody of a partner sees it. */
export const partnersOffer = (change: Partial<OfferResponse> = {}): OfferResponse =>
  kompasOffer({ me: { member: PARTNER, leads: false, edits: true, confirms: null, submits: false }, ...change });

/** All that is written in it: nothing is missing. */
export const kompasValues = (): SheetValues => sampleOffers(PERIOD)[0]!.values(memberId);

export const offerSheetOf = (values: SheetValues, change: Partial<SheetResponse> = {}): SheetResponse => ({
  form: 'offer/1',
  rev: 1,
  closed: false,
  fields: Object.entries(values).map(([path, value]) => ({ path, value, rev: 1 })),
  ...change,
});

export const offerItem = (change: Partial<OfferListItem> = {}): OfferListItem => {
  const { id, title, state, consortiumId, consortium, call, updatedAt } = kompasOffer();
  return {
    id,
    title,
    state,
    consortiumId,
    consortium,
    callId: call.id,
    callNumber: call.number,
    callTitle: call.title,
    phase: call.phase,
    deadlineAt: call.deadlineAt,
    receiptNumber: null,
    updatedAt,
    missing: null,
    ...change,
  };
};

export const offerOpening = (change: Partial<OfferOpening> = {}): OfferOpening => ({
  callId: 'C1',
  slug: 'lc-2264-2015-01',
  number: 'LC/2264/2015/01',
  title: 'Lokalne Centrum w Sopocie',
  municipality: 'Sopot',
  deadlineAt: '2015-03-31T13:30:00.000Z',
  consortia: [{ id: 'K1', title: 'Kompas Sopocki', offerId: null }],
  ...change,
});
