import type { MigrationInterface, QueryRunner } from 'typeorm';
import territory from './data/teryt-pomorskie.json';

/** Counties and municipalities by TERC code. A code lives from one day to another (Władysławowo changed in 2015). */
export class TerritoryHasValidity implements MigrationInterface {
  name = 'TerritoryHasValidity1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table county (
        teryt text collate "C" not null,
        name text not null,
        kind text not null,
        constraint county_pk primary key (teryt),
        constraint county_teryt_has_four_digits check (teryt ~ '^[0-9]{4}$'),
        constraint county_kind_is_known check (kind in ('COUNTY', 'CITY_WITH_COUNTY_RIGHTS'))
      )`);
    await runner.query(`
      create table municipality (
        teryt text collate "C" not null,
        county_teryt text collate "C" not null,
        name text not null,
        kind text not null,
        zit text not null,
        valid_from date not null default '1999-01-01',
        valid_to date,
        constraint municipality_pk primary key (teryt),
        constraint municipality_lies_in_county foreign key (county_teryt) references county (teryt),
        constraint municipality_teryt_has_seven_digits check (teryt ~ '^[0-9]{7}$' and left(teryt, 4) = county_teryt),
        constraint municipality_kind_is_known check (kind in ('URBAN', 'RURAL', 'URBAN_RURAL')),
        constraint municipality_ends_after_it_begins check (valid_to >= valid_from)
      )`);
    await runner.query('create index municipality_by_county on municipality (county_teryt)');
    await runner.query(
      `insert into county (teryt, name, kind)
       select teryt, name, kind from jsonb_to_recordset($1::jsonb) as c(teryt text, name text, kind text)`,
      [JSON.stringify(territory.counties)],
    );
    await runner.query(
      `insert into municipality (teryt, county_teryt, name, kind, zit)
       select teryt, county, name, kind, zit
       from jsonb_to_recordset($1::jsonb) as m(teryt text, county text, name text, kind text, zit text)`,
      [JSON.stringify(territory.municipalities)],
    );
    await runner.query(`update municipality set valid_from = '2015-01-01' where teryt = '2211043'`);
    await runner.query(`
      insert into municipality (teryt, county_teryt, name, kind, zit, valid_to)
      select '2211041', county_teryt, name, 'URBAN', zit, '2014-12-31' from municipality where teryt = '2211043'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table municipality');
    await runner.query('drop table county');
  }
}
