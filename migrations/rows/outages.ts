import { POLICIES_BESIDE, written, worked } from './calls';
import { listed } from './hat';

/** The same decision as `recordOutage` of the policy. */
const KEEPS = ['ADMINISTRATOR', 'COUNTY_OPERATOR'];
const ME = '(select scope_person())';

const KEEPS_OUTAGES = `
  create function scope_keeps_outages() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    return exists (select from scope_hat() h where h.role in ${listed(KEEPS)});
  end $$`;

/**
 * A mail about a call to everybody it concerns: all people of organisations with an offer or a question, and who asked.
 * Nobody learns their addresses or how many they are, not even who sends it; only who writes the call does.
 */
const TELL = `
  create function tell_call(call_of uuid, template_of text, subject_of text, body_of text) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if current_setting('role') = 'zit_app' and not exists (select from call c where c.id = call_of
                   and array[c.teryt, left(c.teryt, 4), ''] && scope_calls_written())
    then
      raise exception 'not yours to tell about' using errcode = 'insufficient_privilege';
    end if;
    insert into mail (template, recipient, subject, body)
      select template_of, p.email, subject_of, body_of from person p
      where p.left_at is null and p.email is not null and p.id in (
        select q.asked_by from call_question q where q.call_id = call_of
        union
        select g.person_id from role_grant g where g.organisation_id in (
          select q.asked_for from call_question q where q.call_id = call_of
          union
          select m.organisation_id from offer o
          join member m on m.consortium_id = o.consortium_id and m.left_at is null
          where o.call_id = call_of));
  end $$`;

export const OUTAGE_FUNCTIONS: readonly string[] = [KEEPS_OUTAGES, TELL];
export const OUTAGE_SIGNATURES: readonly string[] = ['scope_keeps_outages()', 'tell_call(uuid, text, text, text)'];

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
