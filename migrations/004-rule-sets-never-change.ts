import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The 2014 Sopot defaults, exactly as the exchange format `zit-case/1` writes them. */
const OMT_2014 = {
  version: 'OMT-2014/1',
  ngo: { measure: 'MEMBER_COUNT', num: 1, den: 2, inclusive: true },
  own: { percent: 15, base: 'TOTAL_COST', provider: 'ANY_MEMBER', inKindCapPercent: 100 },
  composition: { NGO: 'required', JST: 'required', BUSINESS: 'warn' },
  size: { min: 2, max: null },
  leader: { sectors: ['NGO', 'JST'], minSimilarProjects: 1, years: 3, turnoverFactor: '0' },
  cap: { totalGrosze: 33_000_000, zitMaxPercent: 85 },
  period: { months: 12 },
  areas: { both: true },
  ids: { uniqueLegalPerson: true, checksum: true },
  form: { cureBusinessDays: 5 },
  operatorFeeGrosze: 2_400_000,
};

/** Rule sets: a published one is never edited, a new version is a new row. */
export class RuleSetsNeverChange implements MigrationInterface {
  name = 'RuleSetsNeverChange1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_set (
        version text collate "C" not null,
        rules jsonb not null,
        published_at timestamptz not null default now(),
        constraint rule_set_pk primary key (version),
        constraint rule_set_names_itself check (rules ->> 'version' = version)
      )`);
    await runner.query(`
      create function rule_set_never_changes() returns trigger language plpgsql as $$
      begin
        raise exception 'a published rule set never changes' using errcode = 'restrict_violation';
      end $$`);
    await runner.query(`create trigger rule_set_never_changes before update or delete on rule_set
      for each row execute function rule_set_never_changes()`);
    await runner.query('insert into rule_set (version, rules) values ($1, $2)', [
      OMT_2014.version,
      JSON.stringify(OMT_2014),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rule_set');
    await runner.query('drop function rule_set_never_changes()');
  }
}
