import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRows } from './rows/guard';
import { RECEIPT_FUNCTIONS, RECEIPT_POLICIES } from './rows/receipts';

const TABLES = [
  'offer_content',
  'offer_confirmation',
  'offer_receipt',
  'offer_standing',
  'offer_receipt_kept',
  'offer_admission',
];

const GRANTS: readonly string[] = [
  'grant select, insert on offer_content, offer_receipt, offer_admission to zit_app',
  'grant select, insert, update (revoked_at) on offer_confirmation to zit_app',
  'grant select, insert, update (number, leader_id), delete on offer_standing to zit_app',
  'grant select on offer_receipt_kept to zit_app',
  `grant select on ${TABLES.join(', ')} to zit_worker, zit_auditor`,
  'grant insert on offer_receipt_kept to zit_worker',
  // What the functions and triggers look at, and the outbox.
  'grant select on offer_receipt, call to zit_scope',
  'grant select, insert, update on offer_receipt_number to zit_scope',
  'grant insert on mail to zit_scope',
];

/**
 * Offers that were confirmed and handed in (decision 12). What was confirmed is kept as its SHA-256 was taken; receipts
 * are numbered without gaps within their call, and neither their owner nor the portal changes or removes one.
 */
export class OffersAreReceived implements MigrationInterface {
  name = 'OffersAreReceived1764000000021';

  async up(runner: QueryRunner): Promise<void> {
    await this.confirm(runner);
    await this.receive(runner);
    await this.freeze(runner);
    await this.guard(runner);
  }

  private async confirm(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table offer_content (
        offer_id uuid not null constraint offer_content_offer_fk references offer (id),
        sha256 text not null,
        -- Canonical JSON as text: its SHA-256 can be checked again by anybody; jsonb would reorder it.
        contents text not null,
        kept_at timestamptz not null default clock_timestamp(),
        constraint offer_content_pk primary key (offer_id, sha256),
        constraint offer_content_sha256_is_of_contents
          check (sha256 = encode(sha256(convert_to(contents, 'UTF8')), 'hex'))
      )`);
    await runner.query(`
      create table offer_confirmation (
        id uuid constraint offer_confirmation_pk primary key,
        offer_id uuid not null,
        member_id uuid not null constraint offer_confirmation_member_fk references member (id),
        person_id uuid not null constraint offer_confirmation_person_fk references person (id),
        capacity text not null
          constraint offer_confirmation_capacity_known check (capacity in ('SIGNER', 'TREASURER')),
        -- As the register had them then.
        person text not null constraint offer_confirmation_person_length check (char_length(person) between 1 and 300),
        office text not null constraint offer_confirmation_office_length check (char_length(office) between 1 and 300),
        sha256 text not null,
        -- Of the part that it covers: it holds as long as that part is the same.
        cover_sha256 text not null
          constraint offer_confirmation_cover_is_a_sha256 check (cover_sha256 ~ '^[0-9a-f]{64}$'),
        at timestamptz(3) not null default clock_timestamp(),
        revoked_at timestamptz(3),
        constraint offer_confirmation_content_fk foreign key (offer_id, sha256) references offer_content
      )`);
    await runner.query(`create unique index offer_confirmation_once on offer_confirmation
      (offer_id, member_id, person_id, capacity, sha256) where revoked_at is null`);
  }

  private async receive(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table offer_receipt_number (
        call_id uuid constraint offer_receipt_number_pk primary key
          constraint offer_receipt_number_call_fk references call (id),
        last int not null constraint offer_receipt_number_counts check (last > 0)
      )`);
    await runner.query(`
      create table offer_receipt (
        number text constraint offer_receipt_pk primary key,
        call_id uuid not null constraint offer_receipt_call_fk references call (id),
        no int not null constraint offer_receipt_no_range check (no > 0),
        offer_id uuid not null,
        kind text not null constraint offer_receipt_kind_known check (kind in ('SUBMISSION', 'WITHDRAWAL')),
        received_at timestamptz(3) not null,
        deadline_at timestamptz(3) not null,
        -- Whole milliseconds after the deadline, whose own millisecond still counts (F.5 N7); 0: in time.
        late_ms bigint not null generated always as
          (greatest(0, round(extract(epoch from received_at - deadline_at) * 1000))::bigint) stored,
        sha256 text not null,
        salt text not null constraint offer_receipt_salt_form check (salt ~ '^[0-9a-f]{64}$'),
        -- Canonical JSON of the receipt, as its SHA-256 was taken.
        receipt text not null,
        receipt_sha256 text not null,
        replaces text constraint offer_receipt_replaces_fk references offer_receipt (number)
          constraint offer_receipt_replaced_once unique,
        leader_id uuid not null constraint offer_receipt_leader_fk references organisation (id),
        person_id uuid not null constraint offer_receipt_person_fk references person (id),
        -- The key of the act, and what was asked under it.
        request_id uuid not null,
        request_sha256 text not null,
        -- Why it was taken back.
        reason text constraint offer_receipt_reason_length check (char_length(reason) between 3 and 2000),
        constraint offer_receipt_withdrawal_has_a_reason check ((kind = 'WITHDRAWAL') = (reason is not null)),
        constraint offer_receipt_no_once unique (call_id, no),
        constraint offer_receipt_one_for_each_act unique (person_id, request_id),
        constraint offer_receipt_content_fk foreign key (offer_id, sha256) references offer_content,
        constraint offer_receipt_sha256_is_of_receipt
          check (receipt_sha256 = encode(sha256(convert_to(receipt, 'UTF8')), 'hex')),
        constraint offer_receipt_withdrawal_is_of_one check (kind = 'SUBMISSION' or replaces is not null),
        constraint offer_receipt_nothing_late_replaces check (replaces is null or received_at <= deadline_at)
      )`);
    await runner.query('create index offer_receipt_by_offer on offer_receipt (offer_id, no desc)');
    // Which receipt stands; a leader has one in a call (Q19). Withdrawn: no row.
    await runner.query(`
      create table offer_standing (
        offer_id uuid constraint offer_standing_pk primary key
          constraint offer_standing_offer_fk references offer (id),
        call_id uuid not null constraint offer_standing_call_fk references call (id),
        leader_id uuid not null constraint offer_standing_leader_fk references organisation (id),
        number text not null constraint offer_standing_receipt_fk references offer_receipt (number),
        constraint offer_standing_one_of_a_leader unique (call_id, leader_id)
      )`);
    // Receipts that are in the file as well.
    await runner.query(`
      create table offer_receipt_kept (
        receipt_number text constraint offer_receipt_kept_pk primary key
          constraint offer_receipt_kept_receipt_fk references offer_receipt (number),
        at timestamptz(3) not null default clock_timestamp()
      )`);
    await runner.query(`
      create table offer_admission (
        receipt_number text constraint offer_admission_pk primary key
          constraint offer_admission_receipt_fk references offer_receipt (number),
        offer_id uuid not null constraint offer_admission_offer_fk references offer (id),
        minutes text not null constraint offer_admission_minutes_length check (char_length(minutes) between 10 and 4000),
        at timestamptz(3) not null default clock_timestamp(),
        admitted_by uuid not null constraint offer_admission_admitted_by_fk references person (id),
        request_id uuid not null constraint offer_admission_request_once unique
      )`);
  }

  /** What the tables refuse whoever asks, their owner included. */
  private async freeze(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function offer_receipt_follows() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        -- The instant comes from the API; it may have waited for thousands before it, and its clock may be off, but only
        -- so much. Whoever is refused here comes again, and would be late by that.
        if new.received_at not between clock_timestamp() - interval '10 minutes'
                                   and clock_timestamp() + interval '250 milliseconds' then
          raise exception 'the clocks disagree' using errcode = 'check_violation', constraint = 'offer_receipt_clocks_agree';
        end if;
        -- An extension came in between: the whole act begins again, with the deadline that counts now.
        if new.deadline_at is distinct from (select deadline_at from call where id = new.call_id) then
          raise exception 'the deadline was moved meanwhile' using errcode = 'serialization_failure';
        end if;
        if new.no <> coalesce((select max(no) from offer_receipt where call_id = new.call_id), 0) + 1 then
          raise exception 'this receipt does not follow in the call' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger offer_receipt_follows before insert on offer_receipt
      for each row execute function offer_receipt_follows()`);
    await runner.query(`
      create function received_for_ever() returns trigger language plpgsql as $$
      begin
        raise exception 'what was confirmed and received does not change' using errcode = 'restrict_violation';
      end $$`);
    for (const table of ['offer_content', 'offer_receipt', 'offer_receipt_kept', 'offer_admission'])
      await runner.query(`create trigger ${table}_is_for_ever before update or delete or truncate on ${table}
        for each statement execute function received_for_ever()`);
    for (const table of ['offer_confirmation', 'offer_receipt_number'])
      await runner.query(`create trigger ${table}_stays before delete or truncate on ${table}
        for each statement execute function received_for_ever()`);
    await runner.query(`
      create function offer_confirmation_goes_on() returns trigger language plpgsql as $$
      begin
        if old.revoked_at is not null or new.revoked_at is null
          or to_jsonb(new) - 'revoked_at' is distinct from to_jsonb(old) - 'revoked_at'
        then
          raise exception 'a confirmation is taken back once, and nothing else' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger offer_confirmation_goes_on before update on offer_confirmation
      for each row execute function offer_confirmation_goes_on()`);
    // Admitted is only what came late.
    await runner.query(`
      create function offer_admission_is_of_a_late_one() returns trigger language plpgsql as $$
      begin
        if not exists (select from offer_receipt r where r.number = new.receipt_number and r.offer_id = new.offer_id
                       and r.kind = 'SUBMISSION' and r.late_ms > 0)
        then
          raise exception 'only a late offer is admitted' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger offer_admission_is_of_a_late_one before insert on offer_admission
      for each row execute function offer_admission_is_of_a_late_one()`);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    for (const { is } of RECEIPT_FUNCTIONS) await runner.query(is);
    await runner.query('grant create on schema public to zit_scope');
    for (const { signature, to } of RECEIPT_FUNCTIONS) {
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to ${to}`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await runner.query('alter function offer_receipt_follows() owner to zit_scope');
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of [...TABLES, 'offer_receipt_number'])
      for (const closed of guardRows(table, 'worker', 'auditor', 'scope')) await runner.query(closed);
    for (const { name, is } of BESIDE) await runner.query(`create policy ${name} ${is}`);
    for (const made of RECEIPT_POLICIES) await runner.query(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, is } of BESIDE) await runner.query(`drop policy ${name} ${is.split(' for ')[0]}`);
    for (const [name, table] of [
      ['offer_content_received', 'offer_content'],
      ['offer_attachment_restored', 'offer_attachment'],
      ['sheet_field_restored', 'sheet_field'],
      ['sheet_field_restored_again', 'sheet_field'],
      ['sheet_change_restored', 'sheet_change'],
      ['sheet_save_restored', 'sheet_save'],
    ])
      await runner.query(`drop policy ${name} on ${table}`);
    for (const table of [...TABLES.toReversed(), 'offer_receipt_number']) await runner.query(`drop table ${table}`);
    for (const made of ['received_for_ever()', 'offer_confirmation_goes_on()', 'offer_admission_is_of_a_late_one()'])
      await runner.query(`drop function ${made}`);
    await runner.query('set local role zit_scope');
    for (const made of ['offer_receipt_follows()', ...RECEIPT_FUNCTIONS.map(({ signature }) => signature)])
      await runner.query(`drop function ${made}`);
    await runner.query('reset role');
    for (const revoked of ['select on call from zit_scope', 'insert on mail from zit_scope'])
      await runner.query(`revoke ${revoked}`);
  }
}

/** On tables that are there already: the functions tell of calls and write mails. */
const BESIDE = [
  { name: 'call_of_scope', is: 'on call for select to zit_scope using (true)' },
  { name: 'mail_of_scope', is: 'on mail for insert to zit_scope with check (true)' },
] as const;
