import type { MigrationInterface, QueryRunner } from 'typeorm';
import { JOURNAL_PERSONAL_AT_GATE } from './rows/gate';
import { guardRows } from './rows/guard';

/**
 * The journal says in which role one acted and what stood before and after, and its entries are chained by seals.
 * Personal values lie beside the chain, so that they can go while the chain stays whole.
 */
export class TheJournalIsSealed implements MigrationInterface {
  name = 'TheJournalIsSealed1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table journal
        add column body text,
        add column roles text[] not null default '{}',
        add column changes json not null default '[]'`);
    // Seals are over what was written, byte by byte, and jsonb writes anew. Each entry is one line of the export.
    await runner.query(`
      alter table journal alter column details drop default, alter column details type json using details::json`);
    await runner.query(`
      alter table journal alter column details set default '{}',
        add constraint journal_is_one_line check (details::text !~ '[\\n\\r]' and changes::text !~ '[\\n\\r]')`);
    await runner.query('create index journal_by_time on journal (at)');
    await runner.query('create index journal_by_person on journal (person_id, seq desc)');
    // Whose name may be read: who did something with a thing in sight.
    await runner.query('create index journal_by_author on journal (person_id, subject_kind, subject_id)');
    await runner.query('create index journal_by_thing on journal (subject_id, seq desc)');
    await runner.query('create index journal_by_act on journal (act, seq desc)');

    await runner.query(`
      create table journal_seal (
        batch int constraint journal_seal_pk primary key,
        count int not null constraint journal_seal_count_range check (count between 1 and 10000),
        merkle_root text not null constraint journal_seal_root_form check (merkle_root ~ '^[0-9a-f]{64}$'),
        previous_hash text not null constraint journal_seal_follows_one unique,
        hash text not null constraint journal_seal_hash_once unique,
        sealed_at timestamptz(3) not null,
        constraint journal_seal_hash_form check (hash ~ '^[0-9a-f]{64}$' and previous_hash ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(`
      create table journal_link (
        seq bigint constraint journal_link_pk primary key constraint journal_link_entry_fk references journal (seq),
        batch int not null constraint journal_link_seal_fk references journal_seal (batch),
        position int not null,
        -- SHA-256 of the entry's canonical JSON.
        leaf text not null constraint journal_link_leaf_form check (leaf ~ '^[0-9a-f]{64}$'),
        constraint journal_link_place_once unique (batch, position)
      )`);
    for (const table of ['journal_seal', 'journal_link'])
      await runner.query(`
        create trigger ${table}_is_append_only before update or delete or truncate on ${table}
        for each statement execute function journal_is_append_only()`);

    await runner.query(`
      create table journal_personal (
        -- SHA-256 of salt and canonical JSON of the value; the entry carries the same.
        sha256 text constraint journal_personal_pk primary key,
        salt text not null,
        value jsonb not null,
        -- Whose data it is, when that is a person of the portal; otherwise of whom the entry's subject speaks.
        person_id uuid constraint journal_personal_person_fk references person (id),
        written_at timestamptz not null default now()
      )`);
    await runner.query('create index journal_personal_by_person on journal_personal (person_id)');

    await runner.query('grant select on journal_seal, journal_link to zit_app, zit_gate, zit_worker, zit_auditor');
    await runner.query('grant insert on journal_seal, journal_link to zit_worker');
    await runner.query('grant insert on journal_personal to zit_app, zit_worker');
    await runner.query('grant select, insert, delete on journal_personal to zit_gate');
    await runner.query('grant select on journal_seal to zit_public');
    for (const closed of [...guardRows('journal_personal', 'worker'), ...JOURNAL_PERSONAL_AT_GATE])
      await runner.query(closed);
    await runner.query(
      'create policy journal_personal_added on journal_personal for insert to zit_app with check (true)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['journal_personal', 'journal_link', 'journal_seal']) await runner.query(`drop table ${table}`);
    await runner.query(
      'drop index journal_by_time, journal_by_person, journal_by_author, journal_by_thing, journal_by_act',
    );
    await runner.query(`
      alter table journal drop constraint journal_is_one_line, drop column body, drop column roles, drop column changes,
        alter column details drop default, alter column details type jsonb using details::jsonb`);
    await runner.query(`alter table journal alter column details set default '{}'`);
  }
}
