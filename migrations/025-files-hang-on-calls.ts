import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CALL_ATTACHMENT_GRANTS, CALL_ATTACHMENT_POLICIES, CALL_ATTACHMENT_TRIGGERS } from './rows/call-attachments';
import { guardRows } from './rows/guard';

/**
 * Files that hang on a call: a row says what and where, the store keeps the bytes. An edition says in its own text
 * which it has; what was once published keeps its name and its content, and is never taken away.
 */
export class FilesHangOnCalls implements MigrationInterface {
  name = 'FilesHangOnCalls1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call_attachment (
        id uuid constraint call_attachment_pk primary key,
        call_id uuid not null constraint call_attachment_call_fk references call (id),
        name text not null constraint call_attachment_name_length check (char_length(name) between 1 and 200),
        about text not null default '' constraint call_attachment_about_length check (char_length(about) <= 300),
        -- Order among the files of the call; after a removal there may be gaps, after a coming back twins.
        place int not null constraint call_attachment_place_range check (place >= 0),
        media_type text,
        size bigint not null constraint call_attachment_size_range check (size between 1 and 25000000),
        sha256 text constraint call_attachment_is_a_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        state text not null default 'ANNOUNCED'
          constraint call_attachment_state_known check (state in ('ANNOUNCED', 'STORED', 'REMOVED')),
        -- The file that goes when these bytes are there.
        replaces uuid,
        -- The first edition that has it; null: nobody outside knows of it.
        published_in int,
        added_by uuid not null constraint call_attachment_added_by_fk references person (id),
        added_at timestamptz(3) not null default clock_timestamp(),
        removed_at timestamptz(3),
        constraint call_attachment_of_call unique (call_id, id),
        constraint call_attachment_replaces_fk foreign key (call_id, replaces) references call_attachment (call_id, id),
        constraint call_attachment_edition_fk foreign key (call_id, published_in) references call_edition (call_id, no),
        constraint call_attachment_stored_is_known check (state <> 'STORED' or num_nulls(media_type, sha256) = 0),
        constraint call_attachment_published_was_stored check (published_in is null or sha256 is not null),
        constraint call_attachment_removed_then check ((state = 'REMOVED') = (removed_at is not null))
      )`);
    await runner.query('create index call_attachment_by_content on call_attachment (sha256)');
    for (const made of CALL_ATTACHMENT_TRIGGERS) await runner.query(made);
    await this.nameInEditions(runner);
    for (const grant of CALL_ATTACHMENT_GRANTS) await runner.query(grant);
    for (const closed of guardRows('call_attachment', 'worker', 'auditor')) await runner.query(closed);
    for (const made of CALL_ATTACHMENT_POLICIES) await runner.query(made);
  }

  /** What an edition's text says of its files, to be read without the whole text; a list that differs is refused. */
  private async nameInEditions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table call_edition add column attachments jsonb not null default '[]',
        add constraint call_edition_attachments_are_of_contents
          check (attachments = coalesce(contents::jsonb -> 'attachments', '[]'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table call_edition drop column attachments');
    await runner.query('drop table call_attachment');
    for (const made of ['call_attachment_goes_on()', 'call_attachment_stays()'])
      await runner.query(`drop function ${made}`);
  }
}
