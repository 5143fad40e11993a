import type { Role } from './role';

/** What an act is done to. */
export type Resource =
  | 'service'
  | 'session'
  | 'account'
  | 'place'
  | 'organisation'
  | 'consortium'
  | 'document'
  | 'call'
  | 'offer'
  | 'recommendation'
  | 'person'
  | 'invitation'
  | 'grant'
  | 'journal'
  | 'mailbox'
  | 'clause'
  | 'erasure'
  | 'retention';

/**
 * How who acts has to stand to the thing. `ANY`: not at all. `SELF`: it is their own. `OWN`: it belongs to the
 * organisation of the grant. `MEMBER`, `LEADER`: that organisation is a member, or the leader, of the consortium.
 * `PLACE`, `COUNTY`: it lies in the municipality, or the county, of the grant. `ENTERED`: the person put it into the
 * register, and it has no people of its own yet. `SEAT`: they sit in the commission of the call (decision 14).
 */
export type Relation = 'ANY' | 'SELF' | 'OWN' | 'MEMBER' | 'LEADER' | 'PLACE' | 'COUNTY' | 'ENTERED' | 'SEAT';

/**
 * For whom no role is needed: anybody; anybody with a session, however far signing in has come; who has no second
 * factor to show, or has shown it; who is signed in; who is signed in, and only with what is their own.
 */
export type Everyone = 'PUBLIC' | 'SESSION' | 'ENROLLING' | 'SIGNED_IN' | 'SELF';

/** One line of the policy: who may do an act to which things, standing how to them, while they are in which state. */
export interface PolicyRule {
  on: Resource;
  does: 'READ' | 'CHANGE';
  who: Everyone | Readonly<Partial<Record<Role, readonly Relation[]>>>;
  /** States of the thing in which the act is open; not said: in all. */
  states?: readonly string[];
}

const reads = (on: Resource, who: PolicyRule['who'], states?: PolicyRule['states']): PolicyRule => ({
  on,
  does: 'READ',
  who,
  ...(states ? { states } : {}),
});
const changes = (on: Resource, who: PolicyRule['who'], states?: PolicyRule['states']): PolicyRule => ({
  on,
  does: 'CHANGE',
  who,
  ...(states ? { states } : {}),
});

/** Members and their place see a consortium; so do the county that runs the call, the programme and its auditor. */
const SEES_CONSORTIUM = {
  ADMINISTRATOR: ['ANY'],
  AUDITOR: ['ANY'],
  COUNTY_OPERATOR: ['COUNTY'],
  MUNICIPALITY_OFFICER: ['PLACE', 'MEMBER'],
  TREASURER: ['PLACE', 'MEMBER'],
  MUNICIPALITY_SIGNER: ['PLACE', 'MEMBER'],
  COORDINATOR: ['MEMBER'],
  EDITOR: ['MEMBER'],
  SIGNER: ['MEMBER'],
  OWNER: ['MEMBER'],
} as const;

/** Members edit what is theirs together; signers, treasurers and who grants access only read. */
const EDITS_CONSORTIUM = {
  ADMINISTRATOR: ['ANY'],
  MUNICIPALITY_OFFICER: ['PLACE'],
  COORDINATOR: ['MEMBER'],
  EDITOR: ['MEMBER'],
} as const;

/** A draft is seen by who prepares calls there, by the programme, its auditor and the chair of the steering group. */
const SEES_CALL = {
  ADMINISTRATOR: ['ANY'],
  AUDITOR: ['ANY'],
  CHAIR: ['ANY'],
  COUNTY_OPERATOR: ['COUNTY'],
  MUNICIPALITY_OFFICER: ['PLACE'],
  TREASURER: ['PLACE'],
  MUNICIPALITY_SIGNER: ['PLACE'],
} as const;
/** The commission of a call: role and office alone open nothing. */
const SITS = { CHAIR: ['SEAT'], ASSESSOR: ['SEAT'] } as const;
const { CHAIR: _, ...RUNS_CALL } = SEES_CALL;
/** What was received, after the deadline: whoever runs the call, and its commission once it has declared. */
const RECEIVES = { ...RUNS_CALL, ...SITS } as const;
const WRITES_CALL = { ADMINISTRATOR: ['ANY'], COUNTY_OPERATOR: ['COUNTY'], MUNICIPALITY_OFFICER: ['PLACE'] } as const;

/**
 * An offer is its members' own: nobody of the programme, the county or the place is among them (decision 11). Who
 * reads it; who writes, each path by its owner; who confirms it for a member; who hands it in for the leader.
 */
export const OFFER_PARTS = {
  reads: {
    COORDINATOR: ['MEMBER'],
    EDITOR: ['MEMBER'],
    SIGNER: ['MEMBER'],
    OWNER: ['MEMBER'],
    MUNICIPALITY_OFFICER: ['MEMBER'],
    TREASURER: ['MEMBER'],
    MUNICIPALITY_SIGNER: ['MEMBER'],
  },
  writes: { COORDINATOR: ['MEMBER'], EDITOR: ['MEMBER'], MUNICIPALITY_OFFICER: ['MEMBER'] },
  begins: { COORDINATOR: ['MEMBER'], MUNICIPALITY_OFFICER: ['MEMBER'] },
  confirms: { SIGNER: ['MEMBER'], MUNICIPALITY_SIGNER: ['MEMBER'], TREASURER: ['MEMBER'] },
  handsIn: {
    COORDINATOR: ['LEADER'],
    SIGNER: ['LEADER'],
    MUNICIPALITY_OFFICER: ['LEADER'],
    MUNICIPALITY_SIGNER: ['LEADER'],
  },
} as const;

/** Whom the consortium may ask is asked in its leader's name. */
const ASKS_COUNCIL = { COORDINATOR: ['LEADER'], MUNICIPALITY_OFFICER: ['LEADER'] } as const;

/** A handed-in offer is closed until it is opened again, or put right after a call for it. */
const OPEN_OFFER = ['DRAFT', 'AMENDING', 'WITHDRAWN', 'CURING'] as const;

/** In the name of all parties only the leader's coordinator, the municipality, or the programme. */
const ISSUES_DOCUMENT = { ADMINISTRATOR: ['ANY'], MUNICIPALITY_OFFICER: ['PLACE'], COORDINATOR: ['LEADER'] } as const;

/** A file exists once the document was issued. */
const WITH_FILE = ['ISSUED', 'SUPERSEDED'] as const;

/**
 * The policy: every act of every route, by the name the access table gives it. The guard and the services decide by
 * it, the screens show it, the tests are generated from it. An act without a route stops the portal, and so does a
 * route without an act.
 */
export const POLICY = {
  live: reads('service', 'PUBLIC'),
  ready: reads('service', 'PUBLIC'),
  version: reads('service', 'PUBLIC'),
  describeApi: reads('service', 'PUBLIC'),
  browseApi: reads('service', 'PUBLIC'),
  browseApiFile: reads('service', 'PUBLIC'),
  openWeb: reads('service', 'PUBLIC'),
  tellTime: reads('service', 'PUBLIC'),
  stylePaper: reads('service', 'PUBLIC'),

  signIn: changes('session', 'PUBLIC'),
  readSession: reads('session', 'SESSION'),
  signOut: changes('session', 'SESSION'),
  actFor: changes('session', 'SIGNED_IN'),
  askPasskey: changes('session', 'PUBLIC'),
  showPasskey: changes('session', 'PUBLIC'),
  showTotp: changes('session', 'SESSION'),
  useRecoveryCode: changes('session', 'SESSION'),
  extendSession: changes('session', 'SESSION'),
  confirmSession: changes('session', 'SIGNED_IN'),
  listSessions: reads('session', 'SIGNED_IN'),
  endOtherSessions: changes('session', 'SIGNED_IN'),
  endSession: changes('session', 'SELF'),
  askPasswordReset: changes('account', 'PUBLIC'),
  readReset: reads('account', 'PUBLIC'),
  resetPassword: changes('account', 'PUBLIC'),
  readConfirmation: reads('account', 'PUBLIC'),
  confirmEmail: changes('account', 'PUBLIC'),
  readAccount: reads('account', 'SESSION'),
  changeAccount: changes('account', 'SIGNED_IN'),
  changePassword: changes('account', 'SIGNED_IN'),
  changeEmail: changes('account', 'SIGNED_IN'),
  listInvitations: reads('invitation', { ADMINISTRATOR: ['ANY'], OWNER: ['OWN'] }),
  invite: changes('invitation', { ADMINISTRATOR: ['ANY'], OWNER: ['OWN'] }),
  approveInvitation: changes('invitation', { ADMINISTRATOR: ['ANY'] }, ['PROPOSED']),
  withdrawInvitation: changes('invitation', { ADMINISTRATOR: ['ANY'], OWNER: ['OWN'] }, ['PROPOSED', 'SENT']),
  readInvitation: reads('invitation', 'PUBLIC'),
  acceptInvitation: changes('invitation', 'PUBLIC'),
  listPeople: reads('person', { ADMINISTRATOR: ['ANY'], AUDITOR: ['ANY'], OWNER: ['OWN'] }),
  revokeGrant: changes('grant', { ADMINISTRATOR: ['ANY'], OWNER: ['OWN'] }),
  beginView: changes('person', { ADMINISTRATOR: ['ANY'] }),
  endView: changes('session', 'SIGNED_IN'),
  listViews: reads('account', 'SIGNED_IN'),
  readClause: reads('clause', 'PUBLIC'),
  listAcknowledgements: reads('account', 'SIGNED_IN'),
  acknowledgeClause: changes('account', 'SIGNED_IN'),
  exportData: reads('account', 'SIGNED_IN'),
  openData: reads('account', 'SIGNED_IN'),
  readErasure: reads('account', 'SIGNED_IN'),
  askErasure: changes('account', 'SIGNED_IN'),
  withdrawErasure: changes('account', 'SIGNED_IN'),
  listErasures: reads('erasure', { ADMINISTRATOR: ['ANY'], AUDITOR: ['ANY'] }),
  decideErasure: changes('erasure', { ADMINISTRATOR: ['ANY'] }, ['ASKED']),
  listRetention: reads('retention', { ADMINISTRATOR: ['ANY'], AUDITOR: ['ANY'] }),
  decideRetention: changes('retention', { ADMINISTRATOR: ['ANY'] }, ['PROPOSED']),
  listMails: reads('mailbox', 'PUBLIC'),
  readMail: reads('mailbox', 'PUBLIC'),
  listSignInWays: reads('session', 'PUBLIC'),
  startProvider: changes('session', 'PUBLIC'),
  returnFromProvider: changes('session', 'PUBLIC'),
  listDemoLogins: reads('session', 'PUBLIC'),
  signInAsDemo: changes('session', 'PUBLIC'),

  offerPasskey: changes('account', 'ENROLLING'),
  addPasskey: changes('account', 'ENROLLING'),
  startLinking: changes('account', 'SIGNED_IN'),
  unlinkIdentity: changes('account', 'SELF'),
  removePasskey: changes('account', 'SELF'),
  startTotp: changes('account', 'ENROLLING'),
  confirmTotp: changes('account', 'ENROLLING'),
  removeTotp: changes('account', 'SIGNED_IN'),
  makeRecoveryCodes: changes('account', 'SIGNED_IN'),

  readTerritory: reads('place', 'SIGNED_IN'),
  listLocalCentres: reads('place', 'SIGNED_IN'),
  planLocalCentre: changes('place', { ADMINISTRATOR: ['ANY'] }),
  listRuleSets: reads('place', 'SIGNED_IN'),
  readCatalogue: reads('place', 'SIGNED_IN'),

  listOrganisations: reads('organisation', 'SIGNED_IN'),
  findDuplicates: reads('organisation', 'SIGNED_IN'),
  readOrganisation: reads('organisation', 'SIGNED_IN'),
  createOrganisation: changes('organisation', {
    ADMINISTRATOR: ['ANY'],
    COUNTY_OPERATOR: ['ANY'],
    MUNICIPALITY_OFFICER: ['ANY'],
    COORDINATOR: ['ANY'],
    EDITOR: ['ANY'],
  }),
  changeOrganisation: changes('organisation', {
    ADMINISTRATOR: ['ANY'],
    COUNTY_OPERATOR: ['ENTERED'],
    MUNICIPALITY_OFFICER: ['OWN', 'PLACE', 'ENTERED'],
    COORDINATOR: ['OWN', 'ENTERED'],
    EDITOR: ['OWN', 'ENTERED'],
    OWNER: ['OWN'],
  }),

  listConsortia: reads('consortium', 'SIGNED_IN'),
  createConsortium: changes('consortium', {
    ADMINISTRATOR: ['ANY'],
    MUNICIPALITY_OFFICER: ['PLACE'],
    COORDINATOR: ['OWN'],
  }),
  readConsortium: reads('consortium', SEES_CONSORTIUM),
  readHistory: reads('consortium', SEES_CONSORTIUM),
  readOrganisationHistory: reads('organisation', 'SIGNED_IN'),
  readJournal: reads('journal', { ADMINISTRATOR: ['ANY'], AUDITOR: ['ANY'] }),
  listSeals: reads('journal', 'PUBLIC'),
  downloadSeals: reads('journal', 'PUBLIC'),
  changeConsortium: changes('consortium', EDITS_CONSORTIUM),
  addMember: changes('consortium', EDITS_CONSORTIUM),
  changeMember: changes('consortium', EDITS_CONSORTIUM),
  leaveConsortium: changes('consortium', EDITS_CONSORTIUM),
  appointLeader: changes('consortium', EDITS_CONSORTIUM),
  changeBudget: changes('consortium', EDITS_CONSORTIUM),

  listCalls: reads('call', 'SIGNED_IN'),
  createCall: changes('call', WRITES_CALL),
  readCall: reads('call', SEES_CALL),
  readCallSheet: reads('call', SEES_CALL),
  readCallChanges: reads('call', SEES_CALL),
  readCallHistory: reads('call', SEES_CALL),
  changeCall: changes('call', WRITES_CALL, ['DRAFT', 'ANNEX']),
  publishCall: changes('call', WRITES_CALL, ['DRAFT', 'ANNEX']),
  beginAnnex: changes('call', WRITES_CALL, ['PUBLISHED']),
  abandonAnnex: changes('call', WRITES_CALL, ['ANNEX']),
  extendCall: changes('call', WRITES_CALL, ['PUBLISHED', 'ANNEX']),
  annulCall: changes('call', WRITES_CALL, ['PUBLISHED', 'ANNEX']),
  listQuestions: reads('call', 'SIGNED_IN', ['PUBLISHED', 'ANNEX', 'ANNULLED']),
  askQuestion: changes('call', 'SIGNED_IN', ['PUBLISHED', 'ANNEX']),
  answerQuestion: changes('call', WRITES_CALL, ['PUBLISHED', 'ANNEX', 'ANNULLED']),
  listPublicCalls: reads('call', 'PUBLIC'),
  readPublicCall: reads('call', 'PUBLIC'),
  downloadEdition: reads('call', 'PUBLIC'),
  downloadCalendar: reads('call', 'PUBLIC'),
  listPublicQuestions: reads('call', 'PUBLIC'),
  addCallAttachment: changes('call', WRITES_CALL, ['DRAFT', 'ANNEX']),
  uploadCallAttachment: changes('call', WRITES_CALL, ['DRAFT', 'ANNEX']),
  changeCallAttachment: changes('call', WRITES_CALL, ['DRAFT', 'ANNEX']),
  removeCallAttachment: changes('call', WRITES_CALL, ['DRAFT', 'ANNEX']),
  readCallAttachment: reads('call', SEES_CALL),
  downloadCallAttachment: reads('call', 'PUBLIC'),
  listOutages: reads('service', 'PUBLIC'),
  recordOutage: changes('service', { ADMINISTRATOR: ['ANY'], COUNTY_OPERATOR: ['ANY'] }),

  listOffers: reads('offer', 'SIGNED_IN'),
  listOpenings: reads('offer', 'SIGNED_IN'),
  createOffer: changes('offer', OFFER_PARTS.begins),
  readOffer: reads('offer', OFFER_PARTS.reads),
  readOfferSheet: reads('offer', OFFER_PARTS.reads),
  readOfferChanges: reads('offer', OFFER_PARTS.reads),
  changeOffer: changes('offer', OFFER_PARTS.writes, OPEN_OFFER),
  lendPart: changes('offer', OFFER_PARTS.writes, OPEN_OFFER),
  // Who only reads is here as well.
  showPresence: changes('offer', OFFER_PARTS.reads),
  countOffers: reads('call', RECEIVES),
  readSigning: reads('offer', OFFER_PARTS.reads),
  confirmOffer: changes('offer', OFFER_PARTS.confirms, OPEN_OFFER),
  revokeConfirmation: changes('offer', OFFER_PARTS.confirms, OPEN_OFFER),
  submitOffer: changes('offer', OFFER_PARTS.handsIn, OPEN_OFFER),
  readReceipts: reads('offer', OFFER_PARTS.reads),
  downloadReceipt: reads('offer', OFFER_PARTS.reads),
  downloadOfferFile: reads('offer', OFFER_PARTS.reads),
  downloadReceivedFile: reads('offer', OFFER_PARTS.reads),
  downloadOfferPaper: reads('offer', OFFER_PARTS.reads),
  openOfferPaper: reads('offer', OFFER_PARTS.reads),
  downloadReceiptPaper: reads('offer', OFFER_PARTS.reads),
  openReceiptPaper: reads('offer', OFFER_PARTS.reads),
  amendOffer: changes('offer', OFFER_PARTS.handsIn, ['SUBMITTED']),
  abandonAmendment: changes('offer', OFFER_PARTS.handsIn, ['AMENDING']),
  correctOffer: changes('offer', OFFER_PARTS.handsIn, ['SUBMITTED', 'AMENDING', 'CURING']),
  withdrawOffer: changes('offer', OFFER_PARTS.handsIn, ['SUBMITTED', 'AMENDING']),
  // Of what was received, after the deadline.
  readReceivedOffer: reads('call', RECEIVES),
  admitOffer: changes('call', { CHAIR: ['SEAT'] }),
  checkReceipt: reads('service', 'PUBLIC'),

  readScoring: reads('call', SITS),
  readOfferScores: reads('call', SITS),
  readCard: reads('call', SITS),
  changeCard: changes('call', SITS),
  readCardChanges: reads('call', SITS),
  handInCard: changes('call', SITS),
  correctCard: changes('call', SITS),
  writeScoreNote: changes('call', SITS),
  listCommissions: reads('call', 'SIGNED_IN'),
  readCommission: reads('call', { ...SEES_CALL, ASSESSOR: ['SEAT'] }),
  listPeopleToSeat: reads('call', WRITES_CALL),
  formCommission: changes('call', WRITES_CALL, ['PUBLISHED', 'ANNEX']),
  seatPerson: changes('call', WRITES_CALL, ['PUBLISHED', 'ANNEX']),
  leaveSeat: changes('call', WRITES_CALL, ['PUBLISHED', 'ANNEX']),
  readImpartiality: reads('call', SITS),
  declareImpartiality: changes('call', SITS),
  declareConflict: changes('call', SITS),
  enterTie: changes('call', SITS),
  endTie: changes('call', { CHAIR: ['SEAT'] }),
  listConflicts: reads('call', SITS),
  decideConflict: changes('call', { CHAIR: ['SEAT'] }),
  readAssignment: reads('call', SITS),
  confirmAssignment: changes('call', SITS),

  readResult: reads('call', RECEIVES),
  // Chair and secretary, decided inside: the seat says the office.
  readRanking: reads('call', SITS),
  readStability: reads('call', SITS),
  promiseLot: changes('call', SITS),
  drawLot: changes('call', SITS),
  freezeResult: changes('call', SITS),
  approveResult: changes('call', WRITES_CALL),
  publishResult: changes('call', WRITES_CALL),
  downloadResult: reads('call', RECEIVES),
  downloadMinutes: reads('call', RECEIVES),
  downloadMinutesDocx: reads('call', RECEIVES),
  openMinutes: reads('call', RECEIVES),
  readPublicResult: reads('call', 'PUBLIC'),
  downloadPublicResult: reads('call', 'PUBLIC'),
  // Anybody asks for reasons; what was asked is read by who runs the call and its commission (the database: no bars).
  readAnswers: reads('call', RECEIVES),
  readOwnReasons: reads('call', 'SIGNED_IN'),
  askReasons: changes('call', 'SIGNED_IN'),
  enterReasons: changes('call', WRITES_CALL),
  answerReasons: changes('call', WRITES_CALL),
  stateAppeal: changes('call', SITS),
  decideAppeal: changes('call', WRITES_CALL),
  readAppeals: reads('offer', OFFER_PARTS.reads),
  lodgeAppeal: changes('offer', OFFER_PARTS.handsIn),

  readAwards: reads('call', RECEIVES),
  giveAward: changes('call', WRITES_CALL, ['PUBLISHED', 'ANNEX']),
  endAward: changes('call', WRITES_CALL, ['PUBLISHED', 'ANNEX']),
  readPublicAwards: reads('call', 'PUBLIC'),
  readConsortiumAward: reads('consortium', SEES_CONSORTIUM),
  // Who may issue the agreement.
  carryAward: changes('consortium', ISSUES_DOCUMENT),

  readFormal: reads('call', RECEIVES),
  readFormalCard: reads('call', RECEIVES),
  // Of the commission its chair and its secretary.
  checkFormal: changes('call', { ...WRITES_CALL, ...SITS }, ['PUBLISHED', 'ANNEX']),
  decideFormal: changes('call', { ...WRITES_CALL, ...SITS }, ['PUBLISHED', 'ANNEX']),
  readOfferLetters: reads('offer', OFFER_PARTS.reads),
  // Whose letter it is, the database says: the consortium's, and of who checks.
  downloadLetter: reads('offer', 'SIGNED_IN'),
  downloadLetterDocx: reads('offer', 'SIGNED_IN'),
  openLetter: reads('offer', 'SIGNED_IN'),

  readRecommendation: reads('offer', OFFER_PARTS.reads),
  askRecommendation: changes('offer', ASKS_COUNCIL),
  withdrawRecommendation: changes('offer', ASKS_COUNCIL),
  listRecommendations: reads('recommendation', 'SIGNED_IN'),
  readAskedRecommendation: reads('recommendation', { NGO_COUNCIL: ['COUNTY'] }),
  resolveRecommendation: changes('recommendation', { NGO_COUNCIL: ['COUNTY'] }),

  addAttachment: changes('offer', OFFER_PARTS.writes, OPEN_OFFER),
  uploadAttachment: changes('offer', OFFER_PARTS.writes, OPEN_OFFER),
  changeAttachment: changes('offer', OFFER_PARTS.writes, OPEN_OFFER),
  removeAttachment: changes('offer', OFFER_PARTS.writes, OPEN_OFFER),
  readAttachment: reads('offer', OFFER_PARTS.reads),
  readReceivedAttachment: reads('call', RECEIVES),

  listDocuments: reads('document', SEES_CONSORTIUM),
  draftDocument: changes('document', EDITS_CONSORTIUM),
  readDocument: reads('document', SEES_CONSORTIUM),
  changeDocument: changes('document', EDITS_CONSORTIUM, ['DRAFT']),
  issueDocument: changes('document', ISSUES_DOCUMENT, ['DRAFT']),
  downloadPdf: reads('document', SEES_CONSORTIUM, WITH_FILE),
  downloadDocx: reads('document', SEES_CONSORTIUM, WITH_FILE),
  openHtml: reads('document', SEES_CONSORTIUM, WITH_FILE),
} satisfies Record<string, PolicyRule>;

export type PolicyAct = keyof typeof POLICY;

/** Does the policy know an act of this name? */
export const isPolicyAct = (act: string): act is PolicyAct => Object.hasOwn(POLICY, act);
