import { IN_SIGHT, unbarred, type ScopeFunction } from './commissions';

const definer = 'security definer set search_path = pg_catalog, public';
const SCORES = `array(select s.call_id from commission_seat s where s.person_id = scope_person() and s.left_at is null
      and s.office <> 'SECRETARY' and s.call_id = any (scope_calls_assessed()))`;

/** Calls whose offers this person scores: a standing seat that is not the secretary's, declared, under the hat. */
const CALLS = `
  create function scope_calls_scored() returns uuid[]
  language plpgsql stable ${definer} as $$
  begin
    return ${SCORES};
  end $$`;

/** Offers of those calls for which this person has handed in a card: others' cards are open for no others. */
const OFFERS = `
  create function scope_offers_scored() returns uuid[]
  language plpgsql stable ${definer} as $$
  begin
    return array(select c.offer_id from score_card c
      where c.person_id = scope_person() and c.state = 'HANDED_IN' and c.call_id = any (scope_calls_scored()));
  end $$`;

/**
 * Keeps the freezing of a call's result away to the end of the transaction, and says when it was frozen; null: not yet.
 * Any number of cards are handed in side by side, a freeze waits for them, and they for a freeze.
 */
const HOLD = `
  create function hold_scoring(call_of uuid) returns timestamptz
  language plpgsql ${definer} as $$
  declare
    at timestamptz;
  begin
    if not call_of = any (scope_calls_assessed()) then
      return null;
    end if;
    insert into call_scoring (call_id) values (call_of) on conflict (call_id) do nothing;
    select s.frozen_at into at from call_scoring s where s.call_id = call_of for share;
    return at;
  end $$`;

/**
 * No card of the call is handed in any more from here on: for who leads its commission. Waits for the cards that are
 * being handed in. Says since when; again says the same.
 */
const FREEZE = `
  create function freeze_scoring(call_of uuid) returns timestamptz
  language plpgsql ${definer} as $$
  declare
    at timestamptz;
  begin
    if not call_of = any (scope_calls_headed()) then
      raise exception 'scoring of call % is not frozen by this person', call_of using errcode = 'insufficient_privilege';
    end if;
    insert into call_scoring (call_id) values (call_of) on conflict (call_id) do nothing;
    select s.frozen_at into at from call_scoring s where s.call_id = call_of for update;
    if at is null then
      update call_scoring s set frozen_at = clock_timestamp() where s.call_id = call_of returning s.frozen_at into at;
    end if;
    return at;
  end $$`;

export const SCORING_FUNCTIONS: readonly ScopeFunction[] = [
  { is: CALLS, signature: 'scope_calls_scored()', to: 'zit_app' },
  { is: OFFERS, signature: 'scope_offers_scored()', to: 'zit_app' },
  { is: HOLD, signature: 'hold_scoring(uuid)', to: 'zit_app' },
  { is: FREEZE, signature: 'freeze_scoring(uuid)', to: 'zit_app' },
];

/** Whoever writes a version, their transaction keeps the freeze away, and none follows it. */
export const VERSION_FOLLOWS = `
  create function score_version_follows() returns trigger
  language plpgsql ${definer} as $$
  declare
    call_of uuid;
    at timestamptz;
    newest int;
  begin
    select c.call_id into call_of from score_card c where c.id = new.card_id and c.person_id = new.person_id;
    if call_of is null then
      raise exception 'card % is not of this person', new.card_id using errcode = 'restrict_violation';
    end if;
    insert into call_scoring (call_id) values (call_of) on conflict (call_id) do nothing;
    select s.frozen_at into at from call_scoring s where s.call_id = call_of for share;
    if at is not null then
      raise exception 'cards of call % are frozen', call_of using errcode = 'restrict_violation';
    end if;
    select coalesce(max(v.no), 0) into newest from score_version v where v.card_id = new.card_id;
    if new.no <> newest + 1 then
      raise exception 'version % of card % follows %', new.no, new.card_id, newest using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`;

const ME = '(select scope_person())';
const among = (column: string, name: string): string => `${column} = any ((select ${name}())::uuid[])`;
const policy = (on: string, name: string, act: string, rows: string): string =>
  `create policy ${on}_${name} on ${on} for ${act} to zit_app ${rows}`;
const read = (on: string, using: string, name = 'seen'): string => policy(on, name, 'select', `using (${using})`);
const add = (on: string, check: string, name = 'added'): string => policy(on, name, 'insert', `with check (${check})`);
const change = (on: string, using: string, name = 'changed'): string =>
  policy(on, name, 'update', `using (${using}) with check (${using})`);

const OPEN_SHEET = 'exists (select from sheet s where s.id = sheet_id and not s.closed)';
const OWN = `person_id = ${ME} and ${among('call_id', 'scope_calls_scored')} and ${unbarred('offer_id')}`;
/** One's own card by its id; whether it is in sight at all the card's own policies say. */
const ownCard = (column: string): string =>
  `exists (select from score_card c where c.id = ${column} and c.person_id = ${ME})`;
/** Everybody who has handed in, and who leads the commission: of no offer that is barred to them. */
const TALKS = `${unbarred('offer_id')} and (${among('offer_id', 'scope_offers_scored')}
  or ${IN_SIGHT} and exists (select from offer o where o.id = offer_id and ${among('o.call_id', 'scope_calls_headed')}))`;

/**
 * A card is its assessor's alone. Once it is handed in, those see it who have handed in their own for the same offer;
 * and nobody sees a card of an offer that is barred to them, their own included (decision 14).
 */
export const SCORING_POLICIES: readonly string[] = [
  read('call_scoring', `${among('call_id', 'scope_calls_seated')}`),

  read('score_card', OWN),
  read(
    'score_card',
    `state = 'HANDED_IN' and ${among('offer_id', 'scope_offers_scored')} and ${unbarred('offer_id')}`,
    'handed_in_seen',
  ),
  add('score_card', `state = 'OPEN' and ${OWN} and ${IN_SIGHT}`),
  change('score_card', OWN),

  read('score_version', 'exists (select from score_card c where c.id = card_id)'),
  add('score_version', `person_id = ${ME} and ${ownCard('card_id')}`),

  read('score_note', TALKS),
  add('score_note', `person_id = ${ME} and ${TALKS}`),
];

/** A card's sheet has its id: nobody but its assessor reads or writes there, handed in or not. */
export const CARD_SHEET_POLICIES: readonly { name: string; on: string; is: string }[] = [
  { on: 'sheet', name: 'of_cards_seen', is: read('sheet', ownCard('sheet.id'), 'of_cards_seen') },
  { on: 'sheet', name: 'of_cards_added', is: add('sheet', ownCard('sheet.id'), 'of_cards_added') },
  { on: 'sheet', name: 'of_cards_changed', is: change('sheet', ownCard('sheet.id'), 'of_cards_changed') },
  ...['sheet_field', 'sheet_change', 'sheet_save'].flatMap((on) => [
    { on, name: 'of_cards_seen', is: read(on, ownCard('sheet_id'), 'of_cards_seen') },
    { on, name: 'of_cards_added', is: add(on, `${OPEN_SHEET} and ${ownCard('sheet_id')}`, 'of_cards_added') },
  ]),
  {
    on: 'sheet_field',
    name: 'of_cards_changed',
    is: change('sheet_field', `${OPEN_SHEET} and ${ownCard('sheet_id')}`, 'of_cards_changed'),
  },
  // What was done with a card is nobody else's business, whoever reads the journal; it only takes away.
  {
    on: 'journal',
    name: 'of_cards_sealed',
    is: `create policy journal_of_cards_sealed on journal as restrictive for select to zit_app
      using (subject_kind <> 'card' or person_id = ${ME} or exists (select from score_card c where c.id = subject_id))`,
  },
];
