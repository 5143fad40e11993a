import { worked, writes } from './calls';

const ME = '(select scope_person())';
/** A call that may be written at present, by who writes it. */
const OPEN = `exists (select from call c where c.id = call_id and c.state in ('DRAFT', 'ANNEX') and ${writes('c.teryt')})`;

/** Files of a call: for who works on it; the public sees those that an edition has, and of them what it shows. */
export const CALL_ATTACHMENT_POLICIES: readonly string[] = [
  `create policy call_attachment_seen on call_attachment for select to zit_app using (${worked('call_id')})`,
  `create policy call_attachment_added on call_attachment for insert to zit_app
     with check (state = 'ANNOUNCED' and published_in is null and added_by = ${ME} and ${OPEN})`,
  `create policy call_attachment_changed on call_attachment for update to zit_app using (${OPEN})`,
  'create policy call_attachment_published on call_attachment for select to zit_public using (published_in is not null)',
];

export const CALL_ATTACHMENT_GRANTS: readonly string[] = [
  `grant select, insert, update (about, place, media_type, sha256, state, removed_at, published_in)
     on call_attachment to zit_app`,
  'grant select, delete on call_attachment to zit_worker',
  'grant select on call_attachment to zit_auditor',
  'grant select (id, call_id, name, media_type, size, sha256, published_in) on call_attachment to zit_public',
  'grant select (attachments) on call_edition to zit_public',
];

/** What the table refuses whoever asks, its owner included. */
export const CALL_ATTACHMENT_TRIGGERS: readonly string[] = [
  `create function call_attachment_goes_on() returns trigger language plpgsql as $$
  begin
    if new.state <> old.state and (old.state || ' ' || new.state) not in
         ('ANNOUNCED STORED', 'ANNOUNCED REMOVED', 'STORED REMOVED', 'REMOVED STORED', 'REMOVED ANNOUNCED')
      or old.sha256 is not null and (new.media_type, new.sha256) is distinct from (old.media_type, old.sha256)
      or new.state = 'ANNOUNCED' and new.sha256 is not null
      or new.published_in is distinct from old.published_in
         and (old.published_in is not null or new.state <> 'STORED')
      or (new.id, new.call_id, new.name, new.size, new.replaces, new.added_by, new.added_at)
         is distinct from (old.id, old.call_id, old.name, old.size, old.replaces, old.added_by, old.added_at)
    then
      raise exception 'attachment % does not go on like this', old.id using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  `create trigger call_attachment_goes_on before update on call_attachment
     for each row execute function call_attachment_goes_on()`,
  `create function call_attachment_stays() returns trigger language plpgsql as $$
  begin
    if old.sha256 is not null then
      raise exception 'attachment % had its bytes, it stays', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end $$`,
  `create trigger call_attachment_stays before delete on call_attachment
     for each row execute function call_attachment_stays()`,
  `create trigger call_attachment_is_kept before truncate on call_attachment
     for each statement execute function call_edition_is_for_ever()`,
];
