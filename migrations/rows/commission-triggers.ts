const APPEND_ONLY = ['impartiality', 'conflict_decision', 'assignment', 'assignment_card'];
const NEVER_REMOVED = ['commission', 'commission_seat', 'tie', 'offer_bar'];

/** A row is ended once, in these columns, the first of which says when; nothing else of it changes. */
const endsOnce = (table: string, columns: readonly string[], told: string): string => {
  const ended = `array[${columns.map((column) => `'${column}'`).join(', ')}]`;
  return `
  create function ${table}_goes_on() returns trigger language plpgsql as $$
  begin
    if old.${columns[0]} is not null or new.${columns[0]} is null
      or to_jsonb(new) - ${ended} is distinct from to_jsonb(old) - ${ended}
    then
      raise exception '${told}' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`;
};

export const COMMISSION_TRIGGERS: readonly string[] = [
  `
  create function commission_for_ever() returns trigger language plpgsql as $$
  begin
    raise exception 'what was declared, decided or assigned stays' using errcode = 'restrict_violation';
  end $$`,
  ...APPEND_ONLY.map(
    (table) => `create trigger ${table}_is_for_ever before update or delete or truncate on ${table}
      for each statement execute function commission_for_ever()`,
  ),
  ...NEVER_REMOVED.map(
    (table) => `create trigger ${table}_stays before delete or truncate on ${table}
      for each statement execute function commission_for_ever()`,
  ),
  endsOnce('commission_seat', ['left_at', 'left_cause', 'left_reason'], 'a seat is left once, and nothing else'),
  endsOnce('tie', ['ended_at', 'ended_by', 'ended_reason'], 'a tie is ended once, and nothing else'),
  ...['commission_seat', 'tie'].map(
    (table) => `create trigger ${table}_goes_on before update on ${table}
      for each row execute function ${table}_goes_on()`,
  ),
];
