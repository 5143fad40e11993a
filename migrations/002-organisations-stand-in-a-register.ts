import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Code (GUS „szczególna forma prawna”), name, sector; editable, the codes are general knowledge. */
const LEGAL_FORMS = [
  ['155', 'stowarzyszenie', 'NGO'],
  ['148', 'fundacja', 'NGO'],
  ['156', 'inna organizacja społeczna', 'NGO'],
  ['050', 'jednostka organizacyjna Kościoła katolickiego', 'CHURCH'],
  ['140', 'spółdzielnia (w tym socjalna)', 'NGO_EQUIVALENT'],
  ['117', 'spółka z ograniczoną odpowiedzialnością', 'BUSINESS'],
  ['116', 'spółka akcyjna', 'BUSINESS'],
  ['118', 'spółka jawna', 'BUSINESS'],
  ['120', 'spółka komandytowa', 'BUSINESS'],
  ['019', 'spółka cywilna', 'BUSINESS'],
  ['403', 'wspólnota samorządowa', 'JST'],
  ['429', 'gminna jednostka organizacyjna', 'JST_UNIT'],
  ['430', 'powiatowa jednostka organizacyjna', 'JST_UNIT'],
  ['431', 'wojewódzka jednostka organizacyjna', 'JST_UNIT'],
  ['044', 'uczelnia', 'UNIVERSITY'],
  ['159', 'organizacja pracodawców', 'OTHER'],
];

/**
 * The register of organisations. Identifiers are unique among legal persons: a unit of a municipality without
 * legal personality shares the municipality's NIP, so rows with `unit_of_id` stand outside. The first nine
 * digits of a REGON name the legal person. pg_trgm serves the search inside a name.
 */
export class OrganisationsStandInARegister implements MigrationInterface {
  name = 'OrganisationsStandInARegister1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists pg_trgm');
    await runner.query(`
      create table legal_form (
        code text collate "C" not null,
        position smallint not null,
        name text not null,
        sector text not null,
        constraint legal_form_pk primary key (code),
        constraint legal_form_sector_is_known check (sector in
          ('NGO', 'NGO_EQUIVALENT', 'JST', 'JST_UNIT', 'BUSINESS', 'UNIVERSITY', 'CHURCH', 'OTHER'))
      )`);
    for (const [position, form] of LEGAL_FORMS.entries())
      await runner.query('insert into legal_form (position, code, name, sector) values ($1, $2, $3, $4)', [
        position + 1,
        ...form,
      ]);
    await runner.query(`
      create table organisation (
        id uuid not null default gen_random_uuid(),
        version integer not null default 1,
        name text not null,
        name_key text collate "C" not null,
        legal_form text collate "C",
        sector text not null,
        nip text collate "C",
        regon text collate "C",
        krs text collate "C",
        unit_of_id uuid,
        address text,
        teryt text collate "C",
        email text,
        phone text,
        electronic_delivery_address text,
        bank_account text collate "C",
        representation jsonb not null default '[]',
        created_by uuid,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint organisation_pk primary key (id),
        constraint organisation_legal_form foreign key (legal_form) references legal_form (code),
        constraint organisation_unit_of foreign key (unit_of_id) references organisation (id),
        constraint organisation_seat foreign key (teryt) references municipality (teryt),
        constraint organisation_is_not_its_own_unit check (unit_of_id <> id),
        constraint organisation_name_is_given check (length(name) between 2 and 300),
        constraint organisation_sector_is_known check (sector in
          ('NGO', 'NGO_EQUIVALENT', 'JST', 'JST_UNIT', 'BUSINESS', 'UNIVERSITY', 'CHURCH', 'OTHER')),
        constraint organisation_nip_has_ten_digits check (nip ~ '^[0-9]{10}$'),
        constraint organisation_regon_has_nine_or_fourteen_digits check (regon ~ '^([0-9]{9}|[0-9]{14})$'),
        constraint organisation_krs_has_ten_digits check (krs ~ '^[0-9]{10}$'),
        constraint organisation_representation_is_a_list check (jsonb_typeof(representation) = 'array')
      )`);
    for (const [name, column] of [
      ['nip', 'nip'],
      ['regon', 'left(regon, 9)'],
      ['krs', 'krs'],
    ])
      await runner.query(`create unique index organisation_${name}_is_one_legal_person
        on organisation ((${column})) where unit_of_id is null`);
    await runner.query('create index organisation_by_name on organisation (name collate "pl-x-icu", id)');
    await runner.query('create index organisation_by_name_part on organisation using gin (name_key gin_trgm_ops)');
    await runner.query('create index organisation_by_nip on organisation (nip)');
    await runner.query('create index organisation_by_regon on organisation (regon)');
    await runner.query('create index organisation_by_krs on organisation (krs)');
    await runner.query('create index organisation_by_seat on organisation (teryt)');
    await runner.query('create index organisation_by_unit_of on organisation (unit_of_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table organisation');
    await runner.query('drop table legal_form');
  }
}
