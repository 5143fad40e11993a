import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRows } from './rows/guard';
import { OFFER_FUNCTIONS, OFFER_POLICIES, OFFER_POLICIES_BESIDE, OFFER_SIGNATURES } from './rows/offers';
import { SCOPE_BEGIN, SCOPE_GROWS } from './rows/sight';

const TABLES = ['offer', 'offer_loan', 'offer_presence', 'offer_attachment'];

const GRANTS: readonly string[] = [
  'grant select, insert, update (state, title, updated_at) on offer to zit_app',
  'grant select, insert, delete on offer_loan to zit_app',
  'grant select, insert, update (member_id, section, seen_at) on offer_presence to zit_app',
  `grant select, insert, update (about, media_type, size, sha256, state, removed_at) on offer_attachment to zit_app`,
  `grant select on ${TABLES.join(', ')} to zit_worker, zit_auditor`,
  'grant delete on offer_presence to zit_worker',
  'grant select on offer to zit_scope',
];

/**
 * Offers (decision 11): the answer of one consortium to one call. What is written stands in the sheet with the id of
 * the offer; beside it what is lent to whom, who has it open, and which files hang on it.
 */
export class OffersAreWritten implements MigrationInterface {
  name = 'OffersAreWritten1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await this.renewScope(runner);
    await runner.query(`
      create table offer (
        id uuid constraint offer_pk primary key,
        call_id uuid not null constraint offer_call_fk references call (id),
        consortium_id uuid not null constraint offer_consortium_fk references consortium (id),
        state text not null default 'DRAFT'
          constraint offer_state_known check (state in ('DRAFT', 'SUBMITTED', 'AMENDING', 'WITHDRAWN')),
        -- As the sheet has it; null: the consortium's.
        title text constraint offer_title_length check (char_length(title) between 1 and 200),
        created_by uuid not null constraint offer_created_by_fk references person (id),
        created_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp(),
        constraint offer_one_for_each_call unique (call_id, consortium_id)
      )`);
    await runner.query('create index offer_newest on offer (consortium_id, created_at desc, id)');
    await runner.query(`
      create table offer_loan (
        offer_id uuid not null constraint offer_loan_offer_fk references offer (id),
        -- Name of a section, or id of the member whose own part it is.
        part text not null
          constraint offer_loan_part_form check (part ~ '^([a-z][A-Za-z]{1,40}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
        member_id uuid not null constraint offer_loan_member_fk references member (id),
        constraint offer_loan_pk primary key (offer_id, part, member_id)
      )`);
    // Who is here is told for fifteen seconds: nothing of it is worth a write-ahead log.
    await runner.query(`
      create unlogged table offer_presence (
        offer_id uuid not null constraint offer_presence_offer_fk references offer (id),
        person_id uuid not null constraint offer_presence_person_fk references person (id),
        tab uuid not null,
        member_id uuid not null constraint offer_presence_member_fk references member (id),
        section text not null constraint offer_presence_section_form check (section ~ '^[a-z][A-Za-z]{0,39}$'),
        seen_at timestamptz not null default clock_timestamp(),
        constraint offer_presence_pk primary key (offer_id, person_id, tab)
      )`);
    await runner.query(`
      create table offer_attachment (
        id uuid constraint offer_attachment_pk primary key,
        offer_id uuid not null constraint offer_attachment_offer_fk references offer (id),
        member_id uuid not null constraint offer_attachment_member_fk references member (id),
        name text not null constraint offer_attachment_name_length check (char_length(name) between 1 and 200),
        about text not null default '' constraint offer_attachment_about_length check (char_length(about) <= 300),
        media_type text,
        size bigint not null constraint offer_attachment_size_range check (size between 1 and 25000000),
        sha256 text constraint offer_attachment_is_a_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        state text not null default 'ANNOUNCED'
          constraint offer_attachment_state_known check (state in ('ANNOUNCED', 'STORED', 'REMOVED')),
        added_by uuid not null constraint offer_attachment_added_by_fk references person (id),
        added_at timestamptz(3) not null default clock_timestamp(),
        removed_at timestamptz(3),
        constraint offer_attachment_stored_is_known check (state <> 'STORED' or num_nulls(media_type, sha256) = 0),
        constraint offer_attachment_removed_then check ((state = 'REMOVED') = (removed_at is not null))
      )`);
    await runner.query('create index offer_attachment_by_offer on offer_attachment (offer_id, added_at)');
    await runner.query('create index offer_attachment_by_content on offer_attachment (sha256)');
    await this.freeze(runner);
    await this.guard(runner);
  }

  /** A database that was made before offers learns what a member is in, with the functions of migration 012. */
  private async renewScope(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema public to zit_scope');
    await runner.query('set local role zit_scope');
    await runner.query(SCOPE_BEGIN);
    await runner.query('reset role');
    await runner.query('revoke create on schema public from zit_scope');
    await runner.query(SCOPE_GROWS);
  }

  /** What the tables refuse whoever asks, their owner included. */
  private async freeze(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function offer_goes_on() returns trigger language plpgsql as $$
      begin
        if new.state <> old.state and (old.state || ' ' || new.state) not in ('DRAFT SUBMITTED', 'SUBMITTED AMENDING',
             'AMENDING SUBMITTED', 'SUBMITTED WITHDRAWN', 'AMENDING WITHDRAWN', 'WITHDRAWN SUBMITTED')
          or (new.id, new.call_id, new.consortium_id, new.created_by, new.created_at)
             is distinct from (old.id, old.call_id, old.consortium_id, old.created_by, old.created_at)
        then
          raise exception 'offer % does not go on like this', old.id using errcode = 'restrict_violation';
        end if;
        -- Handing in, opening again and taking back are the leader's.
        if new.state <> old.state and current_user = 'zit_app'
          and not old.consortium_id = any (scope_offers_handed())
        then
          raise exception 'not yours to hand in' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger offer_goes_on before update on offer
      for each row execute function offer_goes_on()`);
    await runner.query(`
      create function offer_attachment_goes_on() returns trigger language plpgsql as $$
      begin
        if new.state <> old.state and (old.state || ' ' || new.state) not in
             ('ANNOUNCED STORED', 'ANNOUNCED REMOVED', 'STORED REMOVED', 'REMOVED STORED')
          or old.state <> 'ANNOUNCED' and (new.media_type, new.size, new.sha256)
             is distinct from (old.media_type, old.size, old.sha256)
          or (new.id, new.offer_id, new.member_id, new.name, new.added_by, new.added_at)
             is distinct from (old.id, old.offer_id, old.member_id, old.name, old.added_by, old.added_at)
        then
          raise exception 'attachment % does not go on like this', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger offer_attachment_goes_on before update on offer_attachment
      for each row execute function offer_attachment_goes_on()`);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    for (const made of OFFER_FUNCTIONS) await runner.query(made);
    await runner.query('grant create on schema public to zit_scope');
    for (const signature of OFFER_SIGNATURES) {
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to zit_app`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of TABLES)
      for (const closed of guardRows(table, 'worker', 'auditor', ...(table === 'offer' ? ['scope'] : [])))
        await runner.query(closed);
    for (const made of [...OFFER_POLICIES, ...OFFER_POLICIES_BESIDE.map(({ is }) => is)]) await runner.query(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, on } of OFFER_POLICIES_BESIDE) await runner.query(`drop policy ${name} on ${on}`);
    for (const table of TABLES.toReversed()) await runner.query(`drop table ${table}`);
    for (const made of ['offer_goes_on()', 'offer_attachment_goes_on()']) await runner.query(`drop function ${made}`);
    await runner.query('set local role zit_scope');
    for (const signature of OFFER_SIGNATURES) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
  }
}
