import type { ScoringCriterion } from './criteria';

/** Sections of an offer, as its reading calls them, and the stems of words in a criterion that lead there. */
const STEMS: readonly (readonly [section: string, stems: readonly string[]])[] = [
  ['indicators', ['wskaźnik', 'rezultat', 'produkt']],
  ['basics', ['zgodn', 'diagnoz', 'potrzeb', 'cel']],
  ['groups', ['grup', 'odbiorc', 'uczestni']],
  ['services', ['usług', 'komplementar', 'doradz']],
  ['plan', ['harmonogram', 'plan', 'realizac']],
  ['experience', ['doświadcz', 'potencjał', 'kadr', 'zasob', 'kwalifikac']],
  ['partnership', ['partner', 'konsorcj', 'skład', 'międzysektor', 'współprac', 'rekomendac']],
  ['budget', ['budżet', 'koszt', 'kalkulac', 'finans', 'racjonaln']],
  ['contribution', ['wkład', 'własn']],
  ['places', ['lokaliz', 'miejsc', 'rewitaliz', 'dostępno', 'punkt']],
  ['declarations', ['oświadcz']],
];

/**
 * Sections of an offer that a criterion is probably about, by the words of its name, else by its guidance; empty: none is
 * known. It only saves looking for them: nothing follows from it.
 */
export function concernedSections({ name, guidance }: Pick<ScoringCriterion, 'name' | 'guidance'>): string[] {
  const by = (text: string): string[] => {
    const words = text.toLowerCase().split(/[^\p{L}]+/u);
    return STEMS.filter(([, stems]) => stems.some((stem) => words.some((word) => word.startsWith(stem)))).map(
      ([section]) => section,
    );
  };
  const named = by(name);
  return named.length > 0 ? named : by(guidance);
}
