import { viewOnlyReason } from './view-only';

/** What the portal says when an act on an offer is refused. */
const refusal = {
  READS_ONLY: 'Możesz tę ofertę czytać. Piszą ją koordynatorzy i redaktorzy członków konsorcjum oraz pracownicy gminy.',
  NOT_HERE: 'Tę czynność wykonuje się tylko w imieniu lidera konsorcjum. Poproś o nią lidera.',
  VIEW_ONLY: viewOnlyReason,
} as const;

/** Why an act does not fit the state of the offer, and what does. */
const state: Readonly<Record<string, string>> = {
  confirmOffer: 'Ta oferta jest złożona. Jej treść potwierdza się po ponownym otwarciu.',
  revokeConfirmation: 'Ta oferta jest złożona i stoi za nią Twoje potwierdzenie. Można ją wycofać do terminu.',
  submitOffer: 'Ta oferta jest już złożona. Jej potwierdzenie jest na stronie oferty.',
  amendOffer: 'Ponownie otworzyć można tylko ofertę złożoną.',
  abandonAmendment: 'Ta oferta nie jest otwarta ponownie. Odśwież stronę.',
  withdrawOffer: 'Wycofać można tylko ofertę złożoną.',
  lendPart: 'Oferta jest złożona. Użyczysz jej część po ponownym otwarciu oferty.',
};

export const offerActWords = {
  refusal,
  state,
  otherState: 'W tym stanie oferty nie da się tego zrobić. Odśwież stronę.',
} as const;
