import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AWARD_FUNCTIONS, AWARD_POLICIES, AWARD_TRIGGERS } from './rows/awards';
import { guardRows } from './rows/guard';

const KINDS = ['LETTER_OF_INTENT', 'LETTER_OF_CONFIRMATION', 'PARTNERSHIP_AGREEMENT'];
const kinds = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** What everybody reads of an award: not who gave and ended it, nor why. */
const OPEN =
  'id, call_id, result_no, receipt_number, place, from_reserve, total_grosze, zit_grosze, own_grosze, awarded_at, ended_at';

const GRANTS: readonly string[] = [
  'grant select, insert, update (ended_at, ended_by, ended_reason, carried_at, carried_by) on award to zit_app',
  `grant select (${OPEN}) on award to zit_public`,
  'grant update (award_id) on document to zit_app',
  'grant select on award to zit_worker, zit_auditor',
  'grant select (cause) on call_edition to zit_public',
  'grant insert on offer_letter to zit_scope',
  'grant select on award to zit_scope',
];

/**
 * Awards that follow a published result (decision 16), the agreement that belongs to one, annexes to an agreement, and
 * why a call was annulled.
 */
export class OffersAreAwarded implements MigrationInterface {
  name = 'OffersAreAwarded1764000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table award (
        id uuid constraint award_pk primary key,
        call_id uuid not null,
        offer_id uuid not null,
        consortium_id uuid not null constraint award_consortium_fk references consortium (id),
        -- By which version of the result, and what of the offer: its standing receipt.
        result_no int not null,
        receipt_number text not null constraint award_receipt_fk references offer_receipt (number),
        place int not null constraint award_place_range check (place > 0),
        from_reserve boolean not null,
        total_grosze bigint not null,
        zit_grosze bigint not null constraint award_zit_range check (zit_grosze >= 0),
        own_grosze bigint not null constraint award_own_range check (own_grosze >= 0),
        -- Why the list moved up.
        reason text constraint award_reason_length check (char_length(reason) between 10 and 2000),
        awarded_at timestamptz(3) not null default clock_timestamp(),
        awarded_by uuid not null constraint award_awarded_by_fk references person (id),
        ended_at timestamptz(3),
        ended_by uuid constraint award_ended_by_fk references person (id),
        ended_reason text constraint award_ended_reason_length check (char_length(ended_reason) between 10 and 2000),
        -- When the offer was carried into the rooms of the consortium.
        carried_at timestamptz(3),
        carried_by uuid constraint award_carried_by_fk references person (id),
        constraint award_offer_fk foreign key (call_id, offer_id) references offer (call_id, id),
        constraint award_result_fk foreign key (call_id, result_no) references call_result (call_id, no),
        constraint award_sums_within_total check (zit_grosze + own_grosze <= total_grosze),
        constraint award_from_reserve_has_a_reason check (from_reserve = (reason is not null)),
        constraint award_ended_wholly check (num_nulls(ended_at, ended_by, ended_reason) in (0, 3)),
        constraint award_carried_wholly check (num_nulls(carried_at, carried_by) in (0, 2))
      )`);
    await runner.query('create unique index award_stands_once on award (offer_id) where ended_at is null');
    await runner.query('create index award_of_call on award (call_id, awarded_at)');
    await runner.query('create index award_of_consortium on award (consortium_id, awarded_at desc)');
    await this.documents(runner);
    await runner.query(`alter table call_edition
      add cause text constraint call_edition_cause_known check (cause in ('NO_VALID_OFFERS', 'REASONS')),
      add constraint call_edition_only_an_annulment_has_a_cause check (cause is null or kind = 'ANNULMENT')`);
    await this.guard(runner);
  }

  /** An agreement may belong to an award; an annex changes an agreement, and any number of them hold at a time. */
  private async documents(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table document
      drop constraint document_kind_known,
      add constraint document_kind_known check (kind in (${kinds([...KINDS, 'ANNEX'])})),
      add award_id uuid constraint document_award_fk references award (id),
      add changes_id uuid constraint document_changes_fk references document (id),
      add constraint document_award_is_of_an_agreement check (award_id is null or kind = 'PARTNERSHIP_AGREEMENT'),
      add constraint document_annex_changes_one check ((kind = 'ANNEX') = (changes_id is not null))`);
    await runner.query('drop index document_holds_once');
    await runner.query(`
      create unique index document_holds_once on document (consortium_id, kind, coalesce(member_id, consortium_id))
      where status = 'ISSUED' and kind <> 'ANNEX'`);
    await runner.query('create index document_of_award on document (award_id) where award_id is not null');
    await runner.query('create index document_of_agreement on document (changes_id) where changes_id is not null');
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const grant of GRANTS) await runner.query(grant);
    for (const made of AWARD_TRIGGERS) await runner.query(made);
    await runner.query('grant create on schema public to zit_scope');
    await runner.query('alter function award_follows_a_result() owner to zit_scope');
    for (const { is, signature, to } of AWARD_FUNCTIONS) {
      await runner.query(is);
      await runner.query(`revoke execute on function ${signature} from public`);
      await runner.query(`grant execute on function ${signature} to ${to}`);
      await runner.query(`alter function ${signature} owner to zit_scope`);
    }
    await runner.query('revoke create on schema public from zit_scope');
    for (const closed of guardRows('award', 'worker', 'auditor', 'scope')) await runner.query(closed);
    for (const made of AWARD_POLICIES) await runner.query(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table call_edition drop column cause`);
    await runner.query('drop index document_holds_once');
    await runner.query(`alter table document drop column award_id, drop column changes_id,
      drop constraint document_kind_known,
      add constraint document_kind_known check (kind in (${kinds(KINDS)}))`);
    await runner.query(`
      create unique index document_holds_once on document (consortium_id, kind, coalesce(member_id, consortium_id))
      where status = 'ISSUED'`);
    await runner.query('revoke insert on offer_letter from zit_scope');
    await runner.query('drop table award');
    await runner.query('drop function award_stays()');
    await runner.query('drop function award_goes_on()');
    await runner.query('set local role zit_scope');
    await runner.query('drop function award_follows_a_result()');
    for (const { signature } of AWARD_FUNCTIONS.toReversed()) await runner.query(`drop function ${signature}`);
    await runner.query('reset role');
  }
}
