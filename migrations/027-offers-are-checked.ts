import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FORMAL_FUNCTIONS, FORMAL_POLICIES, FORMAL_TRIGGERS, OPENING_SEALED } from './rows/formal';
import { guardRows } from './rows/guard';

const TABLES = ['call_opening', 'formal_card', 'formal_verdict', 'formal_letter', 'cure'];

const GRANTS: readonly string[] = [
  // Not how many there were: who may not know of one of them counts those in sight.
  'grant select (call_id, opened_at, deadline_at, seal_batch, seal_hash) on call_opening to zit_app',
  'grant select, update (state, decided_at, decided_by) on formal_card to zit_app',
  'grant select, insert on formal_verdict, formal_letter, cure to zit_app',
  `grant select on ${TABLES.join(', ')} to zit_worker, zit_auditor`,
  'grant insert on call_opening to zit_worker',
  'grant insert, update on formal_card to zit_worker',
];

/**
 * Offers are opened when the deadline is over, and formally checked (issue 5, decision 14): the card of each is computed
 * of what was received, the rest is asked of people; who lacks something that can be put right is called once.
 */
export class OffersAreChecked implements MigrationInterface {
  name = 'OffersAreChecked1764000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call_opening (
        call_id uuid constraint call_opening_pk primary key constraint call_opening_call_fk references call (id),
        opened_at timestamptz(3) not null default clock_timestamp(),
        deadline_at timestamptz(3) not null,
        offers int not null,
        in_time int not null,
        late int not null,
        -- Of the receipts that stood, in their order.
        numbers json not null,
        -- The journal's newest seal; null: nothing was sealed yet.
        seal_batch int,
        seal_hash text,
        constraint call_opening_adds_up check (offers = in_time + late and offers = json_array_length(numbers)),
        constraint call_opening_is_after_the_deadline check (opened_at > deadline_at)
      )`);
    await runner.query(`
      create table formal_card (
        offer_id uuid constraint formal_card_pk primary key,
        call_id uuid not null,
        -- The receipt of whose content it is.
        receipt_number text not null constraint formal_card_receipt_fk references offer_receipt (number),
        -- What rules and receipt answered, as it was then.
        items jsonb not null,
        state text not null default 'OPEN'
          constraint formal_card_state_known check (state in ('OPEN', 'PASSED', 'TO_CURE', 'REJECTED')),
        computed_at timestamptz(3) not null default clock_timestamp(),
        decided_at timestamptz(3),
        decided_by uuid constraint formal_card_decided_by_fk references person (id),
        constraint formal_card_offer_fk foreign key (call_id, offer_id) references offer (call_id, id),
        constraint formal_card_decided_by_somebody
          check ((state = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by is null))
      )`);
    await runner.query('create index formal_card_of_call on formal_card (call_id, receipt_number)');
    await this.answer(runner);
    for (const made of FORMAL_TRIGGERS) await runner.query(made);
    await this.guard(runner);
  }

  private async answer(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table formal_verdict (
        id uuid constraint formal_verdict_pk primary key,
        offer_id uuid not null constraint formal_verdict_card_fk references formal_card (offer_id),
        call_id uuid not null,
        receipt_number text not null constraint formal_verdict_receipt_fk references offer_receipt (number),
        code text not null constraint formal_verdict_code_length check (char_length(code) between 1 and 40),
        answer text not null constraint formal_verdict_answer_known check (answer in ('YES', 'NO', 'NOT_APPLICABLE')),
        note text constraint formal_verdict_note_length check (char_length(note) between 3 and 2000),
        -- Sections and fields that a correction may change.
        fields jsonb not null default '[]',
        person_id uuid not null constraint formal_verdict_person_fk references person (id),
        at timestamptz not null default clock_timestamp(),
        constraint formal_verdict_no_has_a_note check (answer <> 'NO' or note is not null),
        constraint formal_verdict_offer_fk foreign key (call_id, offer_id) references offer (call_id, id)
      )`);
    await runner.query('create index formal_verdict_newest on formal_verdict (offer_id, code, at desc)');
    await runner.query(`
      create table formal_letter (
        id uuid constraint formal_letter_pk primary key,
        offer_id uuid not null constraint formal_letter_card_fk references formal_card (offer_id),
        call_id uuid not null,
        receipt_number text not null constraint formal_letter_receipt_fk references offer_receipt (number),
        kind text not null constraint formal_letter_kind_known check (kind in ('CURE', 'REJECTION')),
        -- What stands on it, canonical JSON as its SHA-256 was taken; printed from this.
        facts text not null,
        sha256 text not null,
        sent_by uuid not null constraint formal_letter_sent_by_fk references person (id),
        sent_at timestamptz(3) not null,
        constraint formal_letter_offer_fk foreign key (call_id, offer_id) references offer (call_id, id),
        constraint formal_letter_sha256_is_of_facts check (sha256 = encode(sha256(convert_to(facts, 'UTF8')), 'hex'))
      )`);
    await runner.query('create index formal_letter_of_offer on formal_letter (offer_id, sent_at desc)');
    await runner.query(`
      create table cure (
        id uuid constraint cure_pk primary key,
        -- An offer is called upon once.
        offer_id uuid not null constraint cure_once unique constraint cure_card_fk references formal_card (offer_id),
        call_id uuid not null,
        receipt_number text not null constraint cure_receipt_fk references offer_receipt (number),
        -- The card's items that are to be put right, and the fields that they open.
        items jsonb not null,
        fields jsonb not null,
        sent_at timestamptz(3) not null,
        -- The last day, inclusive.
        due_on date not null,
        business_days int not null constraint cure_days_range check (business_days between 1 and 60),
        letter uuid not null constraint cure_letter_fk references formal_letter (id),
        constraint cure_offer_fk foreign key (call_id, offer_id) references offer (call_id, id),
        constraint cure_due_after_it_was_sent check (due_on > (sent_at at time zone 'Europe/Warsaw')::date)
      )`);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    await runner.query('grant create on schema public to zit_scope');
    for (const { is, signature, to } of FORMAL_FUNCTIONS) {
      await runner.query(is);
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to ${to}`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await runner.query('alter function formal_card_goes_on() owner to zit_scope');
    await runner.query('revoke create on schema public from zit_scope');
    for (const table of TABLES) for (const closed of guardRows(table, 'worker', 'auditor')) await runner.query(closed);
    for (const made of [...FORMAL_POLICIES, OPENING_SEALED]) await runner.query(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy journal_of_openings_sealed on journal');
    for (const table of TABLES.toReversed()) await runner.query(`drop table ${table}`);
    await runner.query('drop function formal_for_ever()');
    await runner.query('set local role zit_scope');
    await runner.query('drop function formal_card_goes_on()');
    for (const { signature } of FORMAL_FUNCTIONS) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
  }
}
