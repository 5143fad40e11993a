import { listed } from './hat';

/** The same decisions as `libs/domain/src/access/policy-rows.ts`; a spec compares the two. */
const SEES = {
  all: ['ADMINISTRATOR', 'AUDITOR', 'CHAIR'],
  county: ['COUNTY_OPERATOR'],
  place: ['MUNICIPALITY_OFFICER', 'TREASURER', 'MUNICIPALITY_SIGNER'],
};
const WRITES = { all: ['ADMINISTRATOR'], county: ['COUNTY_OPERATOR'], place: ['MUNICIPALITY_OFFICER'] };

/**
 * Where the person of this transaction sees, or writes, drafts of calls: municipalities (7 digits), counties (4) and,
 * for everywhere, an empty text. A query asks it once.
 */
const placesOf = (name: string, { all, county, place }: typeof SEES): string => `
  create function ${name}() returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    return array(
      select case when h.role in ${listed(all)} then ''
                  when h.role in ${listed(county)} then left(h.teryt, 4)
                  when h.role in ${listed(place)} and length(h.teryt) = 7 then h.teryt end
      from scope_hat() h
      where h.role in ${listed([...all, ...county, ...place])}
        and (h.role in ${listed(all)} or length(h.teryt) >= 4));
  end $$`;

export const CALL_FUNCTIONS: readonly string[] = [
  placesOf('scope_calls_seen', SEES),
  placesOf('scope_calls_written', WRITES),
];
export const CALL_SIGNATURES: readonly string[] = ['scope_calls_seen()', 'scope_calls_written()'];

const within = (teryt: string, places: string): string =>
  `array[${teryt}, left(${teryt}, 4), ''] && (select ${places}())`;
/** Who works on calls there, and who writes them, by the column that names the municipality. */
const works = (teryt: string): string => within(teryt, 'scope_calls_seen');
export const writes = (teryt: string): string => within(teryt, 'scope_calls_written');
const ofCall = (column: string, condition: string): string =>
  `exists (select from call c where c.id = ${column} and ${condition})`;
export const worked = (column: string): string => ofCall(column, works('c.teryt'));
export const written = (column: string): string => ofCall(column, writes('c.teryt'));
const ME = '(select scope_person())';
const OPEN_SHEET = 'exists (select from sheet s where s.id = sheet_id and not s.closed)';

interface Policy {
  name: string;
  on: string;
  is: string;
}

const policy = (on: string, name: string, act: string, to: string, rows: string): Policy => ({
  name: `${on}_${name}`,
  on,
  is: `create policy ${on}_${name} on ${on} for ${act} to ${to} ${rows}`,
});
const read = (on: string, using: string): Policy => policy(on, 'seen', 'select', 'zit_app', `using (${using})`);
const add = (on: string, check: string): Policy => policy(on, 'added', 'insert', 'zit_app', `with check (${check})`);
const change = (on: string, using: string): Policy => policy(on, 'changed', 'update', 'zit_app', `using (${using})`);
const shown = (on: string, using: string): Policy =>
  policy(on, 'published', 'select', 'zit_public', `using (${using})`);

const CALLS: readonly Policy[] = [
  // A draft is there for who works on it; what was published is there for everybody.
  read('call', `state <> 'DRAFT' or ${works('teryt')}`),
  add('call', `state = 'DRAFT' and created_by = ${ME} and ${writes('teryt')}`),
  change('call', writes('teryt')),
  shown('call', `state <> 'DRAFT'`),

  read('call_edition', 'true'),
  add('call_edition', `published_by = ${ME} and ${written('call_id')}`),
  shown('call_edition', 'true'),

  read('call_question', `asked_by = ${ME} or answered_at is not null or ${worked('call_id')}`),
  add(
    'call_question',
    `asked_by = ${ME} and answered_at is null and ${ofCall('call_id', `c.state in ('PUBLISHED', 'ANNEX')`)}`,
  ),
  change('call_question', written('call_id')),
  shown('call_question', 'answered_at is not null'),
];

/** A call's sheet has its id: who works on the call reads it, who writes the call writes it while it is open. */
const SHEETS: readonly Policy[] = [
  read('sheet', worked('sheet.id')),
  add('sheet', written('sheet.id')),
  change('sheet', written('sheet.id')),
  read('sheet_field', worked('sheet_id')),
  add('sheet_field', `${OPEN_SHEET} and ${written('sheet_id')}`),
  change('sheet_field', `${OPEN_SHEET} and ${written('sheet_id')}`),
  read('sheet_change', worked('sheet_id')),
  add('sheet_change', `${OPEN_SHEET} and ${written('sheet_id')}`),
  read('sheet_save', worked('sheet_id')),
  add('sheet_save', `${OPEN_SHEET} and ${written('sheet_id')}`),
];

const ABOUT_CALLS = `j.subject_kind = 'call' and ${worked('j.subject_id')}`;
/** What was done with calls one works on, and the names of who did it. */
const TRACES: readonly Policy[] = [
  policy('journal', 'of_calls_seen', 'select', 'zit_app', `using (${ABOUT_CALLS.replaceAll('j.', 'journal.')})`),
  policy(
    'person',
    'of_calls_seen',
    'select',
    'zit_app',
    `using (exists (select from journal j where j.person_id = person.id and ${ABOUT_CALLS}))`,
  ),
];

/** Policies of tables that this migration makes, and of those that are there already. */
export const CALL_POLICIES: readonly string[] = CALLS.map(({ is }) => is);
export const POLICIES_BESIDE: readonly Policy[] = [...SHEETS, ...TRACES];
