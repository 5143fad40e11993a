import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRows } from './rows/guard';
import { COUNCIL_FUNCTIONS, COUNCIL_SIGNATURES, RECOMMENDATION_POLICIES } from './rows/recommendations';

const GRANTS: readonly string[] = [
  'grant select, insert on recommendation to zit_app',
  `grant update (verdict, resolution_number, session_on, votes_for, votes_against, votes_abstained, excluded, reasons,
     resolved_by, resolved_at, withdrawn_at) on recommendation to zit_app`,
  'grant select on recommendation to zit_worker, zit_auditor',
];

/** The county's NGO council is asked to recommend an offer, and resolves (slides 10 and 14; domain B.11). */
export class CouncilsRecommendOffers implements MigrationInterface {
  name = 'CouncilsRecommendOffers1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table recommendation (
        id uuid constraint recommendation_pk primary key,
        offer_id uuid not null constraint recommendation_offer_fk references offer (id),
        -- County of the call, 4 digits: whose council is asked.
        county text not null constraint recommendation_county_fk references county (teryt),
        -- What the council is shown, as it stood when it was asked: it does not see the offer.
        shown json not null,
        asked_by uuid not null constraint recommendation_asked_by_fk references person (id),
        asked_at timestamptz(3) not null default clock_timestamp(),
        withdrawn_at timestamptz(3),
        verdict text constraint recommendation_verdict_known check (verdict in ('POSITIVE', 'NEGATIVE')),
        resolution_number text
          constraint recommendation_number_length check (char_length(resolution_number) between 1 and 60),
        session_on date,
        votes_for int constraint recommendation_for_range check (votes_for between 0 and 1000),
        votes_against int constraint recommendation_against_range check (votes_against between 0 and 1000),
        votes_abstained int constraint recommendation_abstained_range check (votes_abstained between 0 and 1000),
        excluded int constraint recommendation_excluded_range check (excluded between 0 and 1000),
        reasons text constraint recommendation_reasons_length check (char_length(reasons) between 3 and 4000),
        resolved_by uuid constraint recommendation_resolved_by_fk references person (id),
        resolved_at timestamptz(3),
        constraint recommendation_resolution_is_complete check (
          num_nulls(verdict, resolution_number, session_on, votes_for, votes_against, votes_abstained, excluded,
                    reasons, resolved_by, resolved_at) in (0, 10)),
        -- A resolution follows from its votes: more for than against is positive, else it is not.
        constraint recommendation_follows_from_votes check ((verdict = 'POSITIVE') = (votes_for > votes_against)),
        constraint recommendation_withdrawn_unresolved check (withdrawn_at is null or verdict is null)
      )`);
    await runner.query(`create unique index recommendation_one_for_an_offer on recommendation (offer_id)
      where withdrawn_at is null`);
    await runner.query('create index recommendation_of_county on recommendation (county, asked_at desc, id desc)');
    await runner.query(`
      create function recommendation_goes_on() returns trigger language plpgsql as $$
      begin
        if old.verdict is not null or old.withdrawn_at is not null
          or (new.id, new.offer_id, new.county, new.shown::text, new.asked_by, new.asked_at)
             is distinct from (old.id, old.offer_id, old.county, old.shown::text, old.asked_by, old.asked_at)
        then
          raise exception 'recommendation % does not go on like this', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger recommendation_goes_on before update on recommendation
      for each row execute function recommendation_goes_on()`);
    await runner.query(`
      create function recommendation_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'what a council was asked stays' using errcode = 'restrict_violation';
      end $$`);
    await runner.query(`create trigger recommendation_stays before delete or truncate on recommendation
      for each statement execute function recommendation_stays()`);
    for (const grant of GRANTS) await runner.query(grant);
    for (const made of COUNCIL_FUNCTIONS) await runner.query(made);
    await runner.query('grant create on schema public to zit_scope');
    for (const signature of COUNCIL_SIGNATURES) {
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to zit_app`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await runner.query('revoke create on schema public from zit_scope');
    for (const closed of guardRows('recommendation', 'worker', 'auditor')) await runner.query(closed);
    for (const made of RECOMMENDATION_POLICIES) await runner.query(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recommendation');
    await runner.query('drop function recommendation_goes_on()');
    await runner.query('drop function recommendation_stays()');
    await runner.query('set local role zit_scope');
    for (const signature of COUNCIL_SIGNATURES) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
  }
}
