import { factsOfCase, ruleSetOfCase, type ConsortiumFacts, type RuleSet, type ZitCase } from '@zit/domain';
import sopot from './data/sopot-case.json';

/** The worked example of Sopot: three offers to one call, as the exchange format carries it. */
export const sopotCase = sopot as unknown as ZitCase;

/** What the Sopot case says that offer A adds up to. */
export const sopotExpected = sopot.offers.A.expected;

/** Fresh facts of an offer of the Sopot case; A is „Kompas Sopocki”, B and C are known only by totals. */
export const sopotFacts = (offer: 'A' | 'B' | 'C' = 'A'): ConsortiumFacts => copy(factsOfCase(sopotCase, offer));

export const sopotRuleSet = (): RuleSet => copy(ruleSetOfCase(sopotCase));

/** Nobody who changes what he was given changes it for others. */
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
