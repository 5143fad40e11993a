import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts, issued documents with their frozen facts and bytes, and numbers without gaps. */
export class DocumentsAreIssued implements MigrationInterface {
  name = 'DocumentsAreIssued1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table document (
        id uuid constraint document_pk primary key default gen_random_uuid(),
        version int not null default 1,
        consortium_id uuid not null constraint document_consortium_fk references consortium (id),
        kind text not null constraint document_kind_known
          check (kind in ('LETTER_OF_INTENT', 'LETTER_OF_CONFIRMATION', 'PARTNERSHIP_AGREEMENT')),
        member_id uuid,
        status text not null default 'DRAFT'
          constraint document_status_known check (status in ('DRAFT', 'ISSUED', 'SUPERSEDED')),
        template_version text not null,
        date date not null,
        place text not null constraint document_place_length check (char_length(place) <= 100),
        copies int not null constraint document_copies_range check (copies between 1 and 100),
        valid_until date,
        note text constraint document_note_length check (char_length(note) <= 2000),
        number text constraint document_number_once unique,
        -- Canonical JSON as text: its SHA-256 can be checked again by anybody; jsonb would reorder it.
        facts text,
        facts_sha256 text,
        created_at timestamptz not null default now(),
        created_by uuid constraint document_created_by_fk references person (id),
        issued_at timestamptz,
        issued_by uuid constraint document_issued_by_fk references person (id),
        superseded_at timestamptz,
        superseded_by uuid constraint document_superseded_by_fk references document (id),
        constraint document_member_fk foreign key (consortium_id, member_id) references member (consortium_id, id),
        constraint document_confirmation_has_a_party check ((kind = 'LETTER_OF_CONFIRMATION') = (member_id is not null)),
        constraint document_issue_is_complete check (
          (status = 'DRAFT' and num_nulls(number, facts, facts_sha256, issued_at) = 4)
          or (status <> 'DRAFT' and num_nulls(number, facts, facts_sha256, issued_at) = 0)),
        constraint document_superseding_is_complete check ((status = 'SUPERSEDED') = (superseded_at is not null))
      )`);
    await runner.query(`create index document_by_consortium on document (consortium_id, created_at)`);
    // One document of a kind (and party) holds at a time.
    await runner.query(`
      create unique index document_holds_once on document (consortium_id, kind, coalesce(member_id, consortium_id))
      where status = 'ISSUED'`);
    await runner.query(`
      create table document_file (
        document_id uuid not null constraint document_file_document_fk references document (id),
        format text not null constraint document_file_format_known check (format in ('pdf', 'docx', 'html')),
        sha256 text not null constraint document_file_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
        bytes bytea not null,
        constraint document_file_pk primary key (document_id, format)
      )`);
    await runner.query(`
      create table document_counter (
        series text not null,
        year int not null,
        last int not null constraint document_counter_counts check (last >= 0),
        constraint document_counter_pk primary key (series, year)
      )`);
    await runner.query(`
      create function document_stays_as_issued() returns trigger language plpgsql as $$
      begin
        if old.status = 'DRAFT' then
          if tg_op = 'DELETE' then return old; end if;
          return new;
        end if;
        if tg_op = 'UPDATE' and new.status in ('ISSUED', 'SUPERSEDED')
          and (new.number, new.facts, new.facts_sha256, new.kind, new.consortium_id, new.issued_at)
            is not distinct from (old.number, old.facts, old.facts_sha256, old.kind, old.consortium_id, old.issued_at)
        then
          return new;
        end if;
        raise exception 'document % is issued and does not change', old.id using errcode = 'restrict_violation';
      end $$`);
    await runner.query(`
      create trigger document_stays_as_issued before update or delete on document
      for each row execute function document_stays_as_issued()`);
    await runner.query(`
      create function document_file_is_for_ever() returns trigger language plpgsql as $$
      begin
        raise exception 'bytes of an issued document do not change' using errcode = 'restrict_violation';
      end $$`);
    await runner.query(`
      create trigger document_file_is_for_ever before update or delete or truncate on document_file
      for each statement execute function document_file_is_for_ever()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table document_counter');
    await runner.query('drop table document_file');
    await runner.query('drop table document');
    await runner.query('drop function document_file_is_for_ever()');
    await runner.query('drop function document_stays_as_issued()');
  }
}
