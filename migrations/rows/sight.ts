import { HAT_QUERY, listed } from './hat';

/** Who reads all, by place, by county, as a member; and the same for editing and issuing. */
const SEES = {
  all: ['ADMINISTRATOR', 'AUDITOR'],
  place: ['MUNICIPALITY_OFFICER', 'TREASURER', 'MUNICIPALITY_SIGNER'],
  county: ['COUNTY_OPERATOR'],
  member: ['COORDINATOR', 'EDITOR', 'SIGNER', 'OWNER', 'MUNICIPALITY_OFFICER', 'TREASURER', 'MUNICIPALITY_SIGNER'],
};
/** Who edits by place issues as well. */
const EDITS = { all: ['ADMINISTRATOR'], place: ['MUNICIPALITY_OFFICER'], member: ['COORDINATOR', 'EDITOR'] };
const ISSUES = { member: ['COORDINATOR'] };
/** Who reads an offer of a consortium as its member: everybody of `SEES.member`; and who writes it. */
const WRITES_OFFERS = { member: ['COORDINATOR', 'EDITOR', 'MUNICIPALITY_OFFICER'] };

/**
 * What is in sight and in hand, worked out once by `scope_begin()` in the statement text that begins a transaction,
 * and kept in settings that end with it. Policies that worked it out anew for each table of a query made a list page
 * 1.4 times as dear. Where nobody has called it the settings are empty, and nothing is in sight.
 */
const LISTS = {
  seen: 'app.seen',
  edited: 'app.edited',
  issued: 'app.issued',
  joined: 'app.joined',
  written: 'app.written',
};
const FLAGS = { seesAll: 'app.sees_all', editsAll: 'app.edits_all' };

const flag = (name: string): string => `current_setting('${name}', true) = 'true'`;
const list = (name: string): string => `nullif(current_setting('${name}', true), '')::uuid[]`;
/**
 * Flag and list are read once in a query, and for who sees all the list is not even read. A query of a page has asked
 * for rows in sight already, so the policy seldom takes one away: `is not null` makes the planner count on that, and
 * choose the plans it would choose without policies. A bare flag counts as half of the rows.
 */
const within = (id: string, name: string, all: string): string =>
  `(select true where ${flag(all)}) is not null or ${id} = any ((select ${list(name)})::uuid[])`;

export const SEES_ALL = `(select ${flag(FLAGS.seesAll)})`;
export const EDITS_ALL = `(select ${flag(FLAGS.editsAll)})`;
/** Rows of a consortium in sight, or in hand, by the column that names it. */
export const seen = (id: string): string => within(id, LISTS.seen, FLAGS.seesAll);
export const edited = (id: string): string => within(id, LISTS.edited, FLAGS.editsAll);
export const issued = (id: string): string => within(id, LISTS.issued, FLAGS.editsAll);
/** Rows of a consortium of which the organisation acted for is a member now: who sees all sees none of them (decision 11). */
export const joined = (id: string): string => `${id} = any ((select ${list(LISTS.joined)})::uuid[])`;
/** Those among them that this hat writes. */
export const written = (id: string): string => `${id} = any ((select ${list(LISTS.written)})::uuid[])`;

const has = (roles: readonly string[]): string => `coalesce(roles && array[${named(roles)}], false)`;
const named = (roles: readonly string[]): string => listed(roles).slice(1, -1);
/** Places of the grants of these roles. */
const placesOf = (roles: readonly string[], place: string): string =>
  `array(select ${place} from unnest(roles, places) h(role, teryt) where h.role in ${listed(roles)} and h.teryt <> '')`;
const keep = (name: string, value: string): string => `set_config('${name}', coalesce((${value})::text, ''), true)`;

/**
 * One look at the hat, then only at that through which it reaches consortia: the place of the centre, its county, the
 * membership of the organisation acted for, which all grants of a hat share. It begins every request, and each
 * aggregate and join costs as much as a row it finds: so the hat is kept as two arrays.
 */
export const SCOPE_BEGIN = `
  create or replace function scope_begin() returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    roles text[];
    places text[];
    seen uuid[];
    edited uuid[];
    issued uuid[];
    joined uuid[];
    written uuid[];
    led uuid[];
  begin
    select array_agg(h.role), array_agg(h.teryt) into roles, places from (${HAT_QUERY}) h;
    if ${has([...SEES.place, ...SEES.county])} then
      select array_agg(c.id), array_agg(c.id) filter (where c.teryt = any (${placesOf(EDITS.place, 'h.teryt')}))
        into seen, edited from consortium c
        where c.teryt = any (${placesOf(SEES.place, 'h.teryt')})
           or left(c.teryt, 4) = any (${placesOf(SEES.county, 'left(h.teryt, 4)')});
      issued := edited;
    end if;
    if ${has(SEES.member)} then
      select array_agg(m.consortium_id), array_agg(m.consortium_id) filter (where m.role = 'LEADER')
        into joined, led from member m
        where m.organisation_id = nullif(current_setting('app.acting_for', true), '')::uuid and m.left_at is null;
      seen := seen || joined;
      if ${has(EDITS.member)} then
        edited := edited || joined;
      end if;
      if ${has(ISSUES.member)} then
        issued := issued || led;
      end if;
      if ${has(WRITES_OFFERS.member)} then
        written := joined;
      end if;
    end if;
    perform ${keep(FLAGS.seesAll, has(SEES.all))}, ${keep(FLAGS.editsAll, has(EDITS.all))},
            ${keep(LISTS.seen, 'seen')}, ${keep(LISTS.edited, 'edited')}, ${keep(LISTS.issued, 'issued')},
            ${keep(LISTS.joined, 'joined')}, ${keep(LISTS.written, 'written')};
  end $$`;

/**
 * Whoever founds or joins a consortium has it in sight at once. What was in sight stays to the end of the transaction:
 * the act of a member that leaves can still note itself and answer.
 */
export const SCOPE_GROWS = `
  create or replace function scope_grows() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
  declare
    names constant text[] := array${JSON.stringify(Object.values(LISTS)).replaceAll('"', "'")};
    before text[];
  begin
    if coalesce(current_setting('app.person', true), '') = '' then
      return null;
    end if;
    before := array(select coalesce(current_setting(names[at], true), '') from generate_subscripts(names, 1) at);
    perform scope_begin();
    perform set_config(names[at], array(select unnest(nullif(before[at], '')::uuid[])
        union select unnest(nullif(current_setting(names[at], true), '')::uuid[]))::text, true)
      from generate_subscripts(names, 1) at;
    return null;
  end $$`;

const GROWING_TABLES = ['consortium', 'member'];
export const SIGHT_TRIGGERS: readonly string[] = GROWING_TABLES.map(
  (table) =>
    `create trigger ${table}_grows_scope after insert on ${table} for each statement execute function scope_grows()`,
);
export const NO_SIGHT_TRIGGERS: readonly string[] = GROWING_TABLES.map(
  (table) => `drop trigger ${table}_grows_scope on ${table}`,
);
