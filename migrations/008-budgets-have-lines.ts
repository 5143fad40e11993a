import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lines of a consortium's budget; the browser makes their ids, so a repeated save makes no second line. */
export class BudgetsHaveLines implements MigrationInterface {
  name = 'BudgetsHaveLines1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table budget_line (
        consortium_id uuid not null constraint budget_line_consortium_fk references consortium (id) on delete cascade,
        id uuid not null,
        version int not null default 1,
        position int not null constraint budget_line_position_range check (position between 1 and 5000),
        category text not null constraint budget_line_category_length check (char_length(category) <= 10),
        area text not null constraint budget_line_area_known check (area in ('LABOUR_MARKET', 'SOCIAL_SERVICES', 'CROSS')),
        item text not null constraint budget_line_item_length check (char_length(item) <= 300),
        member_id uuid not null,
        source text not null constraint budget_line_source_known
          check (source in ('ZIT', 'OWN_CASH', 'OWN_IN_KIND', 'OTHER_PUBLIC', 'OTHER_PRIVATE')),
        unit text constraint budget_line_unit_length check (char_length(unit) <= 40),
        quantity numeric(10, 3) not null constraint budget_line_quantity_range check (quantity between 0 and 1000000),
        unit_price_grosze bigint not null
          constraint budget_line_unit_price_range check (unit_price_grosze between 0 and 9999999999999),
        amount_grosze bigint not null
          constraint budget_line_amount_range check (amount_grosze between 0 and 9999999999999),
        valuation text constraint budget_line_valuation_length check (char_length(valuation) <= 500),
        justification text constraint budget_line_justification_length check (char_length(justification) <= 1000),
        constraint budget_line_pk primary key (consortium_id, id),
        constraint budget_line_member_fk foreign key (consortium_id, member_id) references member (consortium_id, id),
        -- Deferred: a reordering passes through equal positions before it ends.
        constraint budget_line_position_once unique (consortium_id, position) deferrable initially deferred
      )`);
    await runner.query(`create index budget_line_by_member on budget_line (member_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table budget_line');
  }
}
