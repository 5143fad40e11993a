import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRows } from './rows/guard';
import { CARD_SHEET_POLICIES, SCORING_FUNCTIONS, SCORING_POLICIES, VERSION_FOLLOWS } from './rows/scoring';

const TABLES = ['call_scoring', 'score_card', 'score_version', 'score_note'];

const GRANTS: readonly string[] = [
  'grant select on call_scoring to zit_app',
  'grant select, insert, update (state) on score_card to zit_app',
  'grant select, insert on score_version, score_note to zit_app',
  `grant select on ${TABLES.join(', ')} to zit_worker, zit_auditor`,
  // What the functions and the trigger look at, and the one mark they set.
  'grant select, insert, update (frozen_at) on call_scoring to zit_scope',
  'grant select on score_card, score_version, score_note to zit_scope',
];

/**
 * Offers are scored (issue 5, decisions 14 and 15): one card for each assessor and offer, a sheet of its own. What is
 * handed in is kept as its SHA-256 was taken; a correction is a further version, until the result is frozen.
 */
export class CardsAreScored implements MigrationInterface {
  name = 'CardsAreScored1764000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call_scoring (
        call_id uuid constraint call_scoring_pk primary key constraint call_scoring_call_fk references call (id),
        -- From here on no card is handed in any more.
        frozen_at timestamptz(3)
      )`);
    await runner.query(`
      create table score_card (
        -- Of its sheet, too.
        id uuid constraint score_card_pk primary key,
        call_id uuid not null,
        offer_id uuid not null,
        person_id uuid not null constraint score_card_person_fk references person (id),
        state text not null constraint score_card_state_known check (state in ('OPEN', 'HANDED_IN')),
        opened_at timestamptz(3) not null default clock_timestamp(),
        constraint score_card_offer_fk foreign key (call_id, offer_id) references offer (call_id, id),
        constraint score_card_once unique (offer_id, person_id)
      )`);
    await runner.query('create index score_card_of_person on score_card (person_id, call_id)');
    await runner.query(`
      create table score_version (
        card_id uuid not null constraint score_version_card_fk references score_card (id),
        no int not null constraint score_version_no_range check (no > 0),
        person_id uuid not null constraint score_version_person_fk references person (id),
        -- Revision of the card's sheet that was handed in.
        rev bigint not null,
        -- Canonical JSON as text: its SHA-256 can be checked again by anybody; jsonb would reorder it.
        contents text not null,
        sha256 text not null,
        reason text constraint score_version_reason_length check (char_length(reason) between 3 and 2000),
        handed_at timestamptz(3) not null default clock_timestamp(),
        request_id uuid not null constraint score_version_request_once unique,
        constraint score_version_pk primary key (card_id, no),
        constraint score_version_later_has_a_reason check ((no > 1) = (reason is not null)),
        constraint score_version_sha256_is_of_contents
          check (sha256 = encode(sha256(convert_to(contents, 'UTF8')), 'hex'))
      )`);
    await runner.query(`
      create table score_note (
        offer_id uuid not null constraint score_note_offer_fk references offer (id),
        no int not null constraint score_note_no_range check (no > 0),
        text text not null constraint score_note_length check (char_length(text) <= 8000),
        person_id uuid not null constraint score_note_person_fk references person (id),
        written_at timestamptz(3) not null default clock_timestamp(),
        constraint score_note_pk primary key (offer_id, no)
      )`);
    await this.freeze(runner);
    await this.guard(runner);
  }

  /** What the tables refuse whoever asks, their owner included. */
  private async freeze(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function scoring_for_ever() returns trigger language plpgsql as $$
      begin
        raise exception 'what was scored stays' using errcode = 'restrict_violation';
      end $$`);
    for (const table of ['score_version', 'score_note'])
      await runner.query(`create trigger ${table}_is_for_ever before update or delete or truncate on ${table}
        for each statement execute function scoring_for_ever()`);
    for (const table of ['call_scoring', 'score_card'])
      await runner.query(`create trigger ${table}_stays before delete or truncate on ${table}
        for each statement execute function scoring_for_ever()`);
    await runner.query(`
      create function score_card_goes_on() returns trigger language plpgsql as $$
      begin
        if to_jsonb(new) - 'state' is distinct from to_jsonb(old) - 'state'
          or old.state = 'HANDED_IN' and new.state <> 'HANDED_IN' then
          raise exception 'card % does not go on like this', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create function call_scoring_goes_on() returns trigger language plpgsql as $$
      begin
        if new.call_id <> old.call_id or old.frozen_at is not null and new.frozen_at is distinct from old.frozen_at then
          raise exception 'what was frozen stays frozen' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    for (const table of ['score_card', 'call_scoring'])
      await runner.query(`create trigger ${table}_goes_on before update on ${table}
        for each row execute function ${table}_goes_on()`);
    await runner.query(VERSION_FOLLOWS);
    await runner.query(`create trigger score_version_follows before insert on score_version
      for each row execute function score_version_follows()`);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    await runner.query('grant create on schema public to zit_scope');
    for (const { is, signature, to } of SCORING_FUNCTIONS) {
      await runner.query(is);
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to ${to}`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await runner.query('alter function score_version_follows() owner to zit_scope');
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of TABLES)
      for (const closed of guardRows(table, 'worker', 'auditor', 'scope')) await runner.query(closed);
    for (const made of SCORING_POLICIES) await runner.query(made);
    for (const { is } of CARD_SHEET_POLICIES) await runner.query(is);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { on, name } of CARD_SHEET_POLICIES) await runner.query(`drop policy ${on}_${name} on ${on}`);
    for (const table of TABLES.toReversed()) await runner.query(`drop table ${table}`);
    for (const made of ['scoring_for_ever()', 'score_card_goes_on()', 'call_scoring_goes_on()'])
      await runner.query(`drop function ${made}`);
    await runner.query('set local role zit_scope');
    await runner.query('drop function score_version_follows()');
    for (const { signature } of SCORING_FUNCTIONS.toReversed()) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
  }
}
