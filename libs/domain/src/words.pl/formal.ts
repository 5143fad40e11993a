import { exactSpan } from './offer-signing';

/** The formal check of an offer: its items and what the portal answers by itself. */
export const formalWords = {
  items: {
    IN_TIME: 'Oferta wpłynęła w terminie',
    FORM: 'Oferta jest na właściwym formularzu',
    ELIGIBLE: 'Oferent i partnerzy mogą brać udział w naborze',
    SIGNED: 'Oferta jest podpisana przez osoby uprawnione',
    STATEMENTS: 'Oświadczenia i pola są wypełnione',
    ATTACHMENTS: 'Załączniki są kompletne',
    PERIOD: 'Okres realizacji mieści się w okresie naboru',
    OWN: 'Wkład własny sięga wymaganego procentu',
    ONE_OFFER: 'Lider złożył jedną ofertę',
    GOALS: 'Zadanie mieści się w celach statutowych',
    UNCHANGED: 'Treść oferty zgadza się z potwierdzeniem złożenia',
    ARITHMETIC: 'Rachunki się zgadzają',
    COMPOSITION: 'Skład konsorcjum jest zgodny z zasadami',
    NGO_SHARE: 'Organizacje pozarządowe stanowią wymaganą część',
    LEADER: 'Lider spełnia warunki',
    CAP: 'Koszt nie przekracza kwoty naboru',
    SERVICES: 'Usługi są z katalogu i obejmują oba obszary',
    LETTERS: 'Są listy intencyjne',
    RECOMMENDATION: 'Rekomendacja rady organizacji pozarządowych',
  },
  receipt: {
    inTime: 'Oferta wpłynęła w terminie.',
    late: (ms: number) => `Oferta wpłynęła po terminie o ${exactSpan(ms)}.`,
    admitted: (ms: number) =>
      `Oferta wpłynęła po terminie o ${exactSpan(ms)}; przewodniczący komisji dopuścił ją z uzasadnieniem w protokole.`,
    form: 'Formularz i wersja ogłoszenia są te, które obowiązywały w chwili złożenia.',
    otherForm: 'Formularz albo wersja ogłoszenia są inne niż obowiązujące w chwili złożenia.',
    signed: 'Wszyscy członkowie potwierdzili tę treść zgodnie z reprezentacją.',
    oneOffer: 'Lider nie złożył w naborze innej oferty.',
    otherOffer: (number: string) => `Lider złożył w naborze także ofertę ${number}.`,
    unchanged: 'Skrót treści jest równy skrótowi z potwierdzenia.',
    changed: 'Skrót treści jest inny niż na potwierdzeniu.',
    noRecommendation: 'Rada nie wydała rekomendacji; nie jest warunkiem.',
    recommendation: {
      POSITIVE: 'Rada zarekomendowała ofertę.',
      NEGATIVE: 'Rada nie zarekomendowała oferty; nie jest to warunek.',
      ABSENT: 'Rada nie zajęła stanowiska; nie jest ono warunkiem.',
    },
  },
} as const;
