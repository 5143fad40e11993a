import { nameKey, type BudgetArea } from '@zit/domain';

/** One value of a list column or a suggestion for the item. */
export interface Choice {
  value: string;
  label: string;
  /** Short code that may be typed instead of the name, e.g. `C2`, `M1`. */
  code: string | null;
  /** Other spellings by which people know it. */
  aliases: readonly string[];
}

export interface ChoiceList {
  choices: readonly Choice[];
  labelOf(value: string): string;
  /** By value, code, name or alias, whatever the case and diacritics; null: none, `ambiguous`: several. */
  recognise(typed: string): { value: string } | 'ambiguous' | null;
  /** Choices with the typed letters in them: those that begin with them first. */
  matching(typed: string): Choice[];
}

export function choiceList(choices: readonly Choice[]): ChoiceList {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  const byKey = new Map<string, string | null>();
  const put = (key: string, value: string): void => {
    const known = byKey.get(key);
    byKey.set(key, known === undefined || known === value ? value : null);
  };
  for (const choice of choices) {
    const keys = new Set([choice.label, choice.code ?? '', ...choice.aliases].map(nameKey).filter(Boolean));
    for (const key of keys) put(key, choice.value);
    if (choice.code) put(nameKey(`${choice.code} ${choice.label}`), choice.value);
  }
  const searchable = choices.map((choice) => ({
    choice,
    keys: [choice.code ?? '', choice.label, ...choice.aliases].map(nameKey).filter(Boolean),
  }));

  return {
    choices,
    labelOf: (value) => byValue.get(value)?.label ?? value,
    recognise(typed) {
      const text = typed.trim();
      if (byValue.has(text)) return { value: text };
      const upper = text.toUpperCase();
      if (byValue.has(upper)) return { value: upper };
      const found = byKey.get(nameKey(text));
      if (found === undefined) return null;
      return found === null ? 'ambiguous' : { value: found };
    },
    matching(typed) {
      const key = nameKey(typed);
      if (!key) return [...choices];
      const begins = searchable.filter((entry) => entry.keys.some((k) => k.startsWith(key)));
      const holds = searchable.filter((entry) => !begins.includes(entry) && entry.keys.some((k) => k.includes(key)));
      return [...begins, ...holds].map((entry) => entry.choice);
    },
  };
}

/** Everything that a cell of the sheet may be read against. */
export interface SheetLists {
  category: ChoiceList;
  area: ChoiceList;
  member: ChoiceList;
  source: ChoiceList;
  /** Suggestions only: an item may be any text. */
  item: ChoiceList;
  /** The same suggestions of one area; empty for costs common to both. */
  itemsByArea: Record<BudgetArea, ChoiceList>;
}
