/**
 * Who may do an act that begins on a list or a desk: the reason beside its button for everybody else. A test holds
 * these sentences against the policy, role by role.
 */
export const whoMayWords = {
  createConsortium: 'Konsorcjum zakłada koordynator organizacji, gmina na swoim terenie albo administrator.',
  createCall: 'Nabór zakłada gmina na swoim terenie, operator powiatowy w swoim powiecie albo administrator.',
  createOffer: 'Ofertę zaczyna koordynator organizacji, która jest w konsorcjum, albo gmina.',
  createOrganisation:
    'Organizacje dopisuje koordynator, redaktor, gmina, operator powiatowy albo administrator. Poproś jedną z tych osób.',
  invite: 'Zapraszać może opiekun dostępu organizacji albo administrator programu.',
  decideErasure: 'Decyduje administrator programu.',
  decideRetention: 'Decyduje administrator programu.',
} as const;

/** Said after the reason to who has such a role, but acts for somebody else right now. */
export const otherHatMay = (name: string): string =>
  `Masz taką rolę jako: ${name}. Zmień u góry strony, w czyim imieniu działasz.`;
