import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRows } from './rows/guard';
import { RESULT_FUNCTIONS, RESULT_POLICIES } from './rows/results';

const TABLES = ['call_lot', 'call_result', 'result_minutes'];

/** What everybody reads of a published result: not who froze, approved and announced it. */
const OPEN =
  'call_id, no, document, sha256, digests, signature, frozen_at, replaces_no, reason, approved_at, basis, published_at';

const GRANTS: readonly string[] = [
  // The portal's half is told by `draw_lot` and `drawn_lot` alone.
  'grant select (call_id, commitment, committed_at, committed_by, witnesses, drawn_at, drawn_by) on call_lot to zit_app',
  'grant insert (call_id, commitment, portal_half, committed_by) on call_lot to zit_app',
  'grant select, insert, update (approved_at, approved_by, basis, published_at, published_by) on call_result to zit_app',
  `grant select (${OPEN}) on call_result to zit_public`,
  'grant select, insert on result_minutes to zit_app',
  `grant select on ${TABLES.join(', ')} to zit_worker, zit_auditor`,
  'grant select on call_result to zit_scope',
  'grant select, update (witnesses, witness_half, seed, drawn_at, drawn_by) on call_lot to zit_scope',
  // What a ranking follows from.
  'grant select on offer_admission, recommendation, formal_card, commission to zit_scope',
];

/** Policies for the owner of the functions, where a table has none of its own for it. */
const READS_ALL = ['offer_admission', 'recommendation', 'formal_card'];

/**
 * Results of calls (decision 15): the lot with its two halves, what was frozen, and how it was approved and announced.
 * What is frozen never changes; a later version stands beside it and names the one before.
 */
export class ResultsArePublished implements MigrationInterface {
  name = 'ResultsArePublished1764000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call_lot (
        call_id uuid constraint call_lot_pk primary key constraint call_lot_call_fk references call (id),
        commitment text not null,
        -- Told to nobody before the witnesses have said theirs.
        portal_half text not null constraint call_lot_half_form check (portal_half ~ '^[0-9a-f]{64}$'),
        committed_at timestamptz(3) not null default clock_timestamp(),
        committed_by uuid not null constraint call_lot_committed_by_fk references person (id),
        -- Who was there, in words.
        witnesses text constraint call_lot_witnesses_length check (char_length(witnesses) between 3 and 1000),
        witness_half text constraint call_lot_said_length check (char_length(witness_half) between 1 and 200),
        seed text,
        drawn_at timestamptz(3),
        drawn_by uuid constraint call_lot_drawn_by_fk references person (id),
        constraint call_lot_commitment_is_of_half
          check (commitment = encode(sha256(convert_to(portal_half, 'UTF8')), 'hex')),
        constraint call_lot_seed_is_of_halves
          check (seed = encode(sha256(convert_to(portal_half || ' ' || witness_half, 'UTF8')), 'hex')),
        constraint call_lot_drawn_wholly check (num_nulls(witnesses, witness_half, seed, drawn_at, drawn_by) in (0, 5))
      )`);
    await runner.query(`
      create table call_result (
        call_id uuid not null constraint call_result_call_fk references call (id),
        no int not null constraint call_result_no_range check (no > 0),
        -- Canonical JSON as text: its SHA-256 can be checked again by anybody; jsonb would reorder it.
        document text not null,
        sha256 text not null,
        -- Of each value, so that a changed one can be named.
        digests json not null,
        -- Ed25519 by the key of the installation; null: it had none.
        signature json,
        frozen_at timestamptz(3) not null,
        frozen_by uuid not null constraint call_result_frozen_by_fk references person (id),
        request_id uuid not null constraint call_result_request_once unique,
        replaces_no int,
        -- Why a later one replaces the one before.
        reason text constraint call_result_reason_length check (char_length(reason) between 3 and 2000),
        approved_at timestamptz(3),
        approved_by uuid constraint call_result_approved_by_fk references person (id),
        -- The executive's act.
        basis text constraint call_result_basis_length check (char_length(basis) between 3 and 1000),
        published_at timestamptz(3),
        published_by uuid constraint call_result_published_by_fk references person (id),
        constraint call_result_pk primary key (call_id, no),
        constraint call_result_replaces_fk foreign key (call_id, replaces_no) references call_result (call_id, no),
        constraint call_result_replaces_the_one_before check (coalesce(replaces_no, 0) = no - 1),
        constraint call_result_later_has_a_reason check ((replaces_no is null) = (reason is null)),
        constraint call_result_approved_wholly check (num_nulls(approved_at, approved_by, basis) in (0, 3)),
        constraint call_result_published_wholly check (num_nulls(published_at, published_by) in (0, 2)),
        constraint call_result_published_once_approved check (published_at is null or approved_at is not null),
        constraint call_result_sha256_is_of_document
          check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
      )`);
    await runner.query(`
      create table result_minutes (
        call_id uuid not null,
        no int not null,
        -- What the minutes say beside the result: who was present, who was excluded and why, dissent, reasons.
        facts json not null,
        constraint result_minutes_pk primary key (call_id, no),
        constraint result_minutes_result_fk foreign key (call_id, no) references call_result (call_id, no)
      )`);
    await this.freeze(runner);
    await this.guard(runner);
  }

  /** What the tables refuse whoever asks, their owner included. */
  private async freeze(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function result_for_ever() returns trigger language plpgsql as $$
      begin
        raise exception 'what was frozen stays' using errcode = 'restrict_violation';
      end $$`);
    await runner.query(`create trigger result_minutes_is_for_ever before update or delete or truncate on result_minutes
      for each statement execute function result_for_ever()`);
    for (const table of ['call_lot', 'call_result'])
      await runner.query(`create trigger ${table}_stays before delete or truncate on ${table}
        for each statement execute function result_for_ever()`);
    await runner.query(`
      create function call_lot_goes_on() returns trigger language plpgsql as $$
      declare
        later constant text[] := array['witnesses', 'witness_half', 'seed', 'drawn_at', 'drawn_by'];
      begin
        if old.drawn_at is not null or to_jsonb(new) - later is distinct from to_jsonb(old) - later then
          raise exception 'a lot is drawn once, and nothing else' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create function call_result_goes_on() returns trigger language plpgsql as $$
      declare
        approval constant text[] := array['approved_at', 'approved_by', 'basis'];
        publication constant text[] := array['published_at', 'published_by'];
      begin
        if to_jsonb(new) - approval - publication is distinct from to_jsonb(old) - approval - publication
          or old.approved_at is not null and (new.approved_at, new.approved_by, new.basis)
             is distinct from (old.approved_at, old.approved_by, old.basis)
          or old.published_at is not null and (new.published_at, new.published_by)
             is distinct from (old.published_at, old.published_by)
        then
          raise exception 'result % does not go on like this', old.no using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    for (const table of ['call_lot', 'call_result'])
      await runner.query(`create trigger ${table}_goes_on before update on ${table}
        for each row execute function ${table}_goes_on()`);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    await runner.query('grant create on schema public to zit_scope');
    for (const { is, signature, to } of RESULT_FUNCTIONS) {
      await runner.query(is);
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to ${to}`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of TABLES)
      for (const closed of guardRows(table, 'worker', 'auditor', 'scope')) await runner.query(closed);
    for (const made of RESULT_POLICIES) await runner.query(made);
    for (const table of READS_ALL)
      await runner.query(`create policy ${table}_of_results on ${table} for select to zit_scope using (true)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of READS_ALL) await runner.query(`drop policy ${table}_of_results on ${table}`);
    for (const table of TABLES.toReversed()) await runner.query(`drop table ${table}`);
    for (const made of ['result_for_ever()', 'call_lot_goes_on()', 'call_result_goes_on()'])
      await runner.query(`drop function ${made}`);
    await runner.query('set local role zit_scope');
    for (const { signature } of RESULT_FUNCTIONS.toReversed()) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
    await runner.query('revoke select on offer_admission, recommendation, formal_card, commission from zit_scope');
  }
}
