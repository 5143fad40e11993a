import { POLICIES_BESIDE, written, worked } from './calls';
import { listed } from './hat';

/** The same decision as `recordOutage` of the policy. */
const KEEPS = ['ADMINISTRATOR', 'COUNTY_OPERATOR'];
const ME = '(select scope_person())';

export const OUTAGE_FUNCTION = `
  create function scope_keeps_outages() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    return exists (select from scope_hat() h where h.role in ${listed(KEEPS)});
  end $$`;
export const OUTAGE_SIGNATURE = 'scope_keeps_outages()';

/** Everybody reads the register; who works for the programme or a county adds to it. */
export const OUTAGE_POLICIES: readonly string[] = [
  'create policy outage_seen on outage for select to zit_app using (true)',
  'create policy outage_published on outage for select to zit_public using (true)',
  `create policy outage_added on outage for insert to zit_app
     with check (recorded_by = ${ME} and (select scope_keeps_outages()))`,
];

const ofQuestion = (condition: string): string =>
  `exists (select from call_question q where q.id = question_id and ${condition})`;
/** What an answer said before it was corrected is read by who works on the call only. */
export const ANSWER_POLICIES: readonly string[] = [
  `create policy call_answer_seen on call_answer for select to zit_app using (${ofQuestion(worked('q.call_id'))})`,
  `create policy call_answer_added on call_answer for insert to zit_app
     with check (answered_by = ${ME} and ${ofQuestion(written('q.call_id'))})`,
];

const traces = POLICIES_BESIDE.filter(({ name }) => name.endsWith('_of_calls_seen'));
const drop = ({ name, on }: { name: string; on: string }): string => `drop policy ${name} on ${on}`;
/** Who asked a question is not told to who answers: neither the entry in the journal nor the name beside it. */
export const NO_TRACES_OF_QUESTIONS: readonly string[] = traces.flatMap((policy) => [
  drop(policy),
  policy.is.replaceAll(/(j|journal)\.subject_kind = 'call'/g, `$1.act <> 'ASK_QUESTION' and $&`),
]);
export const TRACES_OF_QUESTIONS: readonly string[] = traces.flatMap((policy) => [drop(policy), policy.is]);
