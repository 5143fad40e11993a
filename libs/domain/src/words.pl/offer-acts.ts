import { viewOnlyReason } from './view-only';

/** What the portal says when an act on an offer is refused. */
const refusal = {
  READS_ONLY: 'Możesz tę ofertę czytać. Piszą ją koordynatorzy i redaktorzy członków konsorcjum oraz pracownicy gminy.',
  NOT_HERE: 'Tę czynność wykonuje się tylko w imieniu lidera konsorcjum. Poproś o nią lidera.',
  VIEW_ONLY: viewOnlyReason,
} as const;

const LEADER_HANDS_IN =
  'Ofertę składa, wycofuje i otwiera ponownie lider: jego koordynator, osoba podpisująca albo pracownik gminy. Poproś o to lidera.';
const LEADER_ASKS = 'O rekomendację rady prosi lider: jego koordynator albo pracownik gminy. Poproś o to lidera.';

/** Who does what most readers and writers of an offer do not. */
const doneBy: Readonly<Record<string, string>> = {
  confirmOffer: 'Treść oferty potwierdza osoba, która podpisuje albo kontrasygnuje za członka. Poproś ją o to.',
  revokeConfirmation: 'Potwierdzenie wycofuje osoba, która je złożyła.',
  submitOffer: LEADER_HANDS_IN,
  withdrawOffer: LEADER_HANDS_IN,
  amendOffer: LEADER_HANDS_IN,
  abandonAmendment: LEADER_HANDS_IN,
  correctOffer:
    'Uzupełnienie oferty otwiera lider: jego koordynator, osoba podpisująca albo pracownik gminy. Poproś o to lidera.',
  askRecommendation: LEADER_ASKS,
  withdrawRecommendation: LEADER_ASKS,
  lodgeAppeal: 'Odwołanie wnosi w imieniu konsorcjum lider. Poproś go o to.',
};

/** Why an act does not fit the state of the offer, and what does. */
const state: Readonly<Record<string, string>> = {
  confirmOffer: 'Ta oferta jest złożona. Jej treść potwierdza się po ponownym otwarciu.',
  revokeConfirmation: 'Ta oferta jest złożona i stoi za nią Twoje potwierdzenie. Można ją wycofać do terminu.',
  submitOffer: 'Ta oferta jest już złożona. Jej potwierdzenie jest na stronie oferty.',
  amendOffer: 'Ponownie otworzyć można tylko ofertę złożoną.',
  abandonAmendment: 'Ta oferta nie jest otwarta ponownie. Odśwież stronę.',
  correctOffer: 'Uzupełnić można tylko ofertę złożoną.',
  withdrawOffer: 'Wycofać można tylko ofertę złożoną.',
  lendPart: 'Oferta jest złożona. Użyczysz jej część po ponownym otwarciu oferty.',
};

export const offerActWords = {
  refusal,
  doneBy,
  state,
  otherState: 'W tym stanie oferty nie da się tego zrobić. Odśwież stronę.',
  mayNotCreate: 'Ofertę rozpoczyna koordynator członka konsorcjum albo pracownik gminy, która jest członkiem.',
  idTaken: 'Taka czynność została już wykonana na czymś innym. Odśwież stronę i wykonaj ją ponownie.',
  alreadyBegun: 'To konsorcjum ma już ofertę w tym naborze. Otwórz ją z listy ofert.',
  noSuchCall: 'Nie ma takiego ogłoszonego naboru. Wybierz nabór z listy.',
  callOver: (deadline: string) => `Termin składania ofert w tym naborze minął: ${deadline}. Wybierz otwarty nabór.`,
  otherPlace: (municipality: string) =>
    `Ten nabór dotyczy Lokalnego Centrum w innej gminie (${municipality}). Wybierz nabór dla gminy konsorcjum.`,
  noSuchOffer: 'Nie ma takiej oferty albo nie należysz do jej konsorcjum. Wybierz inną z listy.',
  noSuchPart: 'Oferta nie ma takiej części. Odśwież stronę i wybierz z listy.',
  nothingCommon: 'W tej części każdy członek ma tylko swoje pola. Swoją część użycza każdy członek sam.',
  leaderLends: 'Wspólną część oferty użycza lider. Poproś go o to.',
  memberLends: 'Część członka użycza tylko ten członek. Poproś go o to.',
  noSuchMember: 'W konsorcjum nie ma takiego członka albo część już do niego należy. Wybierz innego członka z listy.',
} as const;
