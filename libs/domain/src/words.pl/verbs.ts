/** Past forms of a verb: impersonal, and after a masculine, a feminine and a neuter subject. */
export const verbs = {
  create: ['utworzono', 'utworzył', 'utworzyła', 'utworzyło'],
  change: ['zmieniono', 'zmienił', 'zmieniła', 'zmieniło'],
  add: ['dodano', 'dodał', 'dodała', 'dodało'],
  remove: ['usunięto', 'usunął', 'usunęła', 'usunęło'],
  appoint: ['wyznaczono', 'wyznaczył', 'wyznaczyła', 'wyznaczyło'],
  open: ['otwarto', 'otworzył', 'otworzyła', 'otworzyło'],
  issue: ['wydano', 'wydał', 'wydała', 'wydało'],
  invite: ['zaproszono', 'zaprosił', 'zaprosiła', 'zaprosiło'],
  approve: ['zatwierdzono', 'zatwierdził', 'zatwierdziła', 'zatwierdziło'],
  withdraw: ['wycofano', 'wycofał', 'wycofała', 'wycofało'],
  revoke: ['odebrano', 'odebrał', 'odebrała', 'odebrało'],
  begin: ['rozpoczęto', 'rozpoczął', 'rozpoczęła', 'rozpoczęło'],
  lend: ['użyczono', 'użyczył', 'użyczyła', 'użyczyło'],
  takeBack: ['odebrano', 'odebrał', 'odebrała', 'odebrało'],
  announce: ['ogłoszono', 'ogłosił', 'ogłosiła', 'ogłosiło'],
  extend: ['przedłużono', 'przedłużył', 'przedłużyła', 'przedłużyło'],
  annul: ['unieważniono', 'unieważnił', 'unieważniła', 'unieważniło'],
  answer: ['odpowiedziano', 'odpowiedział', 'odpowiedziała', 'odpowiedziało'],
  confirm: ['potwierdzono', 'potwierdził', 'potwierdziła', 'potwierdziło'],
  submit: ['złożono', 'złożył', 'złożyła', 'złożyło'],
  restore: ['przywrócono', 'przywrócił', 'przywróciła', 'przywróciło'],
  register: ['wpisano', 'wpisał', 'wpisała', 'wpisało'],
} as const;
export type Verb = keyof typeof verbs;

/** Feminine names of organisations that do not look it, and masculine ones that end in -a or -o. */
const FEMININE = /^(caritas|społeczność|wspólnota)$/i;

/**
 * The verb with whoever did it: „Fundacja Przystań zmieniła”, „zmieniono” when nobody is named. The first word of an
 * organisation's name tells its gender: -a is feminine, -o, -e and -um neuter, anything else masculine.
 */
export function did(verb: Verb, organisation: string | null): string {
  const [impersonal, masculine, feminine, neuter] = verbs[verb];
  if (organisation === null) return impersonal;
  const first = organisation.split(/[\s„”"]+/).find((word) => word !== '') ?? '';
  const form = FEMININE.test(first) || /a$/i.test(first) ? feminine : /(o|e|um)$/i.test(first) ? neuter : masculine;
  return `${organisation} ${form}`;
}
