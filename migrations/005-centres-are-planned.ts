import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Local Centres the programme plans. Of the 36 only Sopot's is known by place (slide 6), so only it is
 * written here; the programme's administrator plans the others.
 */
export class CentresArePlanned implements MigrationInterface {
  name = 'CentresArePlanned1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table local_centre (
        id uuid not null default gen_random_uuid(),
        name text not null,
        teryt text collate "C" not null,
        phase smallint not null,
        planned_at timestamptz not null default now(),
        constraint local_centre_pk primary key (id),
        constraint local_centre_place foreign key (teryt) references municipality (teryt),
        constraint local_centre_phase_is_known check (phase in (1, 2)),
        constraint local_centre_name_unique unique (teryt, name)
      )`);
    await runner.query(`insert into local_centre (id, name, teryt, phase)
      values ('2264011a-0000-4000-8000-000000000001', 'Lokalne Centrum w Sopocie', '2264011', 1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table local_centre');
  }
}
