import { kompasSopocki, factsOfSample } from '@zit/sample';
import type { ConsortiumFacts } from '../consortium/facts';
import { check } from '../rules/check';
import { OMT_2014 } from '../rules/rule-set';
import { readSheet, unreadPaths } from '../sheet/read-sheet';
import { beginOffer, copyOffer } from './begin';
import { aboutOf, counter, memberId } from '../../test/sample-offer';
import { offerFacts } from './offer-facts';
import { OFFER_FORM } from './offer-form';

const facts = (): ConsortiumFacts => {
  const sample = factsOfSample(kompasSopocki());
  return {
    ...sample,
    members: sample.members.map((member) => ({ ...member, id: memberId(member.id) })),
    lines: sample.lines?.map((line) => ({ ...line, member: memberId(line.member) })) ?? null,
    services: sample.services.map(({ code, memberId: id }) => ({ code, memberId: memberId(id) })),
  };
};
const call = { periodFrom: '2015-07-01', periodTo: '2016-06-30' };

describe('an offer begins', () => {
  const values = beginOffer(facts(), call, counter());
  const contents = readSheet(OFFER_FORM, values);
  const about = aboutOf(kompasSopocki());

  it('U-25: with all that the consortium has said, so that the rules say of it what they said before', () => {
    expect(unreadPaths(OFFER_FORM, values)).toEqual([]);
    expect(contents.budget.lines).toHaveLength(16);
    expect(contents.plan.list.map(({ name }) => name)).toContain('animacja środowiskowa');
    const before = check(facts(), OMT_2014).findings.map(({ code, verdict, actual }) => ({ code, verdict, actual }));
    const after = check(offerFacts(contents, about), OMT_2014).findings;
    expect(after.map(({ code, verdict, actual }) => ({ code, verdict, actual }))).toEqual(before);
  });
  it('with what no longer fits as it was typed, and with the period of the call where none is chosen', () => {
    const [line] = facts().lines ?? [];
    const added = { code: 'LM_WARSZTATY', pl: 'warsztaty', area: 'LABOUR_MARKET' as const, justification: 'cel' };
    const odd = {
      ...facts(),
      catalogueAdditions: [added],
      period: null,
      lines: line ? [{ ...line, category: 'C9', unit: 'x'.repeat(90), amountGrosze: 2e12 }] : [],
    };
    const begun = beginOffer(odd, call, counter());
    const [at] = Object.keys(begun).filter((path) => path.startsWith('budget.lines.'));
    expect(begun[`${at}.category`]).toEqual({ typed: 'C9' });
    expect(offerFacts(readSheet(OFFER_FORM, begun), about).catalogueAdditions).toEqual([added]);
    expect(begun[`${at}.unit`]).toEqual({ typed: 'x'.repeat(90) });
    expect(begun[`${at}.amountGrosze`]).toEqual({ typed: '20\u00a0000\u00a0000\u00a0000,00' });
    expect([begun['basics.periodFrom'], begun['basics.periodTo']]).toEqual([call.periodFrom, call.periodTo]);
  });
  it('from an earlier one: each member’s own by its organisation, one who left by its name, declarations anew', () => {
    const then = about.members;
    const left = then.slice(0, 1).map((member) => ({ ...member, id: memberId('left') }));
    const now = then
      .slice(0, 4)
      .map((member) => ({ ...member, id: `${member.id.slice(0, -3)}9${member.id.slice(-2)}` }));
    const earlier = { ...contents, declarations: { members: [{ ...blank, id: then[0]?.id ?? '' }] } };
    const copied = copyOffer(
      earlier,
      [...left, ...then],
      now,
      { periodFrom: '2027-01-01', periodTo: '2027-12-31' },
      counter(5_000),
    );
    const copy = readSheet(OFFER_FORM, copied);
    expect(copy.basics).toMatchObject({ periodFrom: '2027-01-01', periodTo: '2027-12-31' });
    expect(copy.declarations.members.map((item) => item.truth)).toEqual([null, null, null, null]);
    expect(copy.experience.members[0]).toMatchObject({ id: now[0]?.id, similarProjects: 2 });
    const gone = Object.entries(copied).filter(([path]) => path.endsWith('.member') && path.startsWith('budget'));
    expect(gone.filter(([, value]) => typeof value === 'object')).toHaveLength(3);
    expect(gone.map(([, value]) => value)).toContainEqual({ typed: then[4]?.name });
    const ids = new Set(contents.budget.lines.map(({ id }) => id));
    expect(copy.budget.lines.filter(({ id }) => ids.has(id))).toEqual([]);
  });
});

const blank = { statutory: true, noArrears: true, notExcluded: true, truth: true, personalData: true, remarks: null };
