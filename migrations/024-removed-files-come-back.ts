import type { MigrationInterface, QueryRunner } from 'typeorm';

const GOES_ON = (ways: string): string => `
  create or replace function offer_attachment_goes_on() returns trigger language plpgsql as $$
  begin
    if new.state <> old.state and (old.state || ' ' || new.state) not in (${ways})
      or old.sha256 is not null and (new.media_type, new.size, new.sha256)
         is distinct from (old.media_type, old.size, old.sha256)
      or new.state = 'ANNOUNCED' and new.sha256 is not null
      or (new.id, new.offer_id, new.member_id, new.name, new.size, new.added_by, new.added_at)
         is distinct from (old.id, old.offer_id, old.member_id, old.name, old.size, old.added_by, old.added_at)
    then
      raise exception 'attachment % does not go on like this', old.id using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`;

const FORWARD = `'ANNOUNCED STORED', 'ANNOUNCED REMOVED', 'STORED REMOVED'`;
const BACK = `'REMOVED STORED', 'REMOVED ANNOUNCED'`;

/**
 * A file taken off an offer is marked, and may come back as it was. Places whose bytes never came are the only ones
 * that go for good: the worker takes them away.
 */
export class RemovedFilesComeBack implements MigrationInterface {
  name = 'RemovedFilesComeBack1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GOES_ON(`${FORWARD}, ${BACK}`));
    await runner.query(`
      create function offer_attachment_stays() returns trigger language plpgsql as $$
      begin
        if old.sha256 is not null then
          raise exception 'attachment % had its bytes, it stays', old.id using errcode = 'restrict_violation';
        end if;
        return old;
      end $$`);
    await runner.query(`create trigger offer_attachment_stays before delete on offer_attachment
      for each row execute function offer_attachment_stays()`);
    await runner.query('grant delete on offer_attachment to zit_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke delete on offer_attachment from zit_worker');
    await runner.query('drop trigger offer_attachment_stays on offer_attachment');
    await runner.query('drop function offer_attachment_stays()');
    await runner.query(GOES_ON(FORWARD));
  }
}
