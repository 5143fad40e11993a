import { adopted } from './check/adopted';
import { cap } from './check/cap';
import { channels } from './check/channels';
import { consultations } from './check/consultations';
import { criteria } from './check/criteria';
import { days } from './check/days';
import { deadline } from './check/deadline';
import { fields } from './check/fields';
import { meeting } from './check/meeting';
import { period } from './check/period';
import { regime } from './check/regime';
import type { CallAbout, CallCheck, CallContents } from './check/rule';
import { ruleSet } from './check/rule-set';
import { scoring } from './check/scoring';
import { unread } from './check/unread';
import { CALL_RULES, type CallFinding, type CallRule } from './finding';

export type { CallAbout, CallContents } from './check/rule';

const CHECKS: Readonly<Record<CallRule, CallCheck>> = {
  'C-FIELDS': fields,
  'C-READ': unread,
  'C-CONSULT': consultations,
  'C-CRITERIA': criteria,
  'C-ADOPTED': adopted,
  'C-SCORING': scoring,
  'C-REGIME': regime,
  'C-RULES': ruleSet,
  'C-MEETING': meeting,
  'C-CHANNELS': channels,
  'C-DAYS': days,
  'C-DEADLINE': deadline,
  'C-PERIOD': period,
  'C-CAP': cap,
};

const WORST_FIRST = ['fail', 'warning', 'pass'] as const;

/** Everything that stands in the way of publishing a call, what is doubtful, and what is in order; worst first. */
export function checkCall(call: CallContents, about: CallAbout): CallFinding[] {
  const findings = CALL_RULES.flatMap((code) => CHECKS[code](call, about));
  return WORST_FIRST.flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict));
}

/** Whether the call may not be published. */
export const blocksPublishing = (findings: readonly CallFinding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'fail');
