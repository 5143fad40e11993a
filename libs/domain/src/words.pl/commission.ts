const offices = { CHAIR: 'przewodniczący', SECRETARY: 'sekretarz', MEMBER: 'członek' } as const;
const officesWho = {
  CHAIR: 'przewodniczący komisji',
  SECRETARY: 'sekretarz komisji',
  MEMBER: 'członek komisji',
} as const;

/** Commission of a call: who sits in it, what they declare, and what is refused (decision 14). */
export const commissionWords = {
  offices,
  declareFirst:
    'Ofert nie czyta się przed złożeniem oświadczenia o bezstronności i poufności. Złóż je na stronie komisji tego naboru.',
  notYourOffice: (who: readonly (keyof typeof offices)[]) =>
    `To robi w tym naborze ${who.map((office) => officesWho[office]).join(' albo ')}. Otwórz stronę komisji: jest tam jej skład.`,
} as const;
