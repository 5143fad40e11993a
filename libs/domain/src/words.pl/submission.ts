/** What the portal says when an offer is confirmed, handed in, opened again, taken back, admitted and checked. */
import { counted } from './plural';

export const submissionWords = {
  notThere: 'Nie ma takiego potwierdzenia przy tej ofercie. Odśwież stronę.',
  idTaken: 'Taka czynność została już wykonana na czymś innym. Odśwież stronę i wykonaj ją ponownie.',
  keyUsed:
    'Pod tym kluczem wykonano już inną czynność albo złożono inną treść. Odśwież stronę, przeczytaj ofertę i wykonaj czynność ponownie.',
  notSigner: (offices: readonly string[]) =>
    offices.length === 0
      ? 'W rejestrze nie ma nikogo, kto może dziś reprezentować Twoją organizację. Uzupełnij reprezentację w rejestrze.'
      : `W rejestrze nie ma Cię wśród osób, które mogą dziś reprezentować Twoją organizację (${offices.join(', ')}). Popraw reprezentację w rejestrze albo imię i nazwisko na koncie.`,
  confirmsNothing: 'Ofertę potwierdza osoba z rolą podpisującego albo skarbnik. Poproś o to taką osobę.',
  treasurer: 'skarbnik',
  blocked: (findings: number, unsigned: number) =>
    [
      'Oferty nie można jeszcze złożyć.',
      findings > 0 ? `Przeszkód do usunięcia: ${findings}.` : '',
      unsigned > 0 ? `Członków bez kompletu potwierdzeń: ${unsigned}.` : '',
      'Wszystko, czego brakuje, jest na stronie oferty.',
    ]
      .filter((part) => part !== '')
      .join(' '),
  leaderTwice: (number: string) =>
    `Ten lider ma już w tym naborze złożoną ofertę (${number}). Lider składa w naborze jedną: wycofaj tamtą albo zmień lidera.`,
  notOpenYet: 'Ten nabór jeszcze nie przyjmuje ofert. Złóż ofertę po jego otwarciu.',
  annulled: 'Ten nabór unieważniono i nie przyjmuje już ofert.',
  lateReplacement: (number: string) =>
    `Termin minął, więc nie można już zastąpić złożonej oferty. Obowiązuje oferta z potwierdzenia ${number}.`,
  tooLate: 'Termin minął, więc złożonej oferty nie można już otworzyć ani wycofać. Obowiązuje to, co złożono.',
  clocks:
    'Zegary portalu różnią się od siebie albo żądanie czekało zbyt długo, więc chwili wpływu nie da się potwierdzić. Niczego nie zapisano, wyślij ofertę ponownie za chwilę.',
  notLate: 'Dopuścić można tylko ofertę, która wpłynęła po terminie i jeszcze nie została dopuszczona.',
  admitsNone: 'Ten nabór nie pozwala dopuścić oferty złożonej po terminie.',
  tooManyChecks: (minutes: number) =>
    `Za dużo sprawdzeń z tego adresu. Spróbuj ponownie za ${counted(minutes, 'minutę', 'minuty', 'minut')}.`,
} as const;
