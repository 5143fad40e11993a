/** Names of legal bases; the full clauses stand in the document templates. */
export const regimeWords = {
  name: {
    PARTNER_2006_ART28A: 'partnerstwo – art. 28a ustawy o zasadach prowadzenia polityki rozwoju (2006)',
    PARTNER_2014_ART33: 'partnerstwo – art. 33 ustawy wdrożeniowej (2014)',
    PARTNER_2022_ART39: 'partnerstwo – art. 39 ustawy wdrożeniowej (2022)',
    GRANT_PROJECT: 'projekt grantowy – art. 35 ustawy wdrożeniowej (2014)',
    PUBLIC_BENEFIT_COMPETITION: 'otwarty konkurs ofert – ustawa o działalności pożytku publicznego',
    REGRANTING_16A: 'regranting – art. 16a ustawy o działalności pożytku publicznego',
    OWN_REGULATIONS: 'regulamin przyjęty przez partnerstwo',
  },
} as const;
