import { randomUUID } from 'node:crypto';
import { decide, type PolicyAct, type Standing } from '@zit/domain';
import { accountClause } from '@zit/words.pl/clauses';
import type { Asker } from './askers';
import { scoringCells } from './scoring';
import { AWARD_CELLS } from './awards';
import { COMMISSION_CELLS } from './commissions';
import { RESULT_CELLS } from './results';
import type { Thing, World } from './world';

/** One call: an act on a thing in a state, with input that would pass. */
export interface Cell {
  /** The thing, as a failing cell names it. */
  thing: string;
  /** Values of the parameters in the path. */
  params?: Record<string, string>;
  body?: unknown;
  standing?: Standing;
  state?: string;
  /** Only asked of who may not: the rules of money or of form would refuse the others. */
  deniedOnly?: true;
  /** What is wrong with an allowed answer beside its status; null: nothing. */
  check?: (body: unknown) => string | null;
}

type CellsOf = (world: World, asker: Asker) => Cell[];

/** For acts whose valid input is proved by a device: their own specs show them succeed. */
const DENIED_ONLY = { deniedOnly: true } as const;
const onThing = ({ name, id, standing, state }: Thing): Cell => ({
  thing: name,
  params: { id },
  standing,
  ...(state ? { state } : {}),
});
const once: CellsOf = () => [{ thing: '' }];
const eachConsortium =
  (body?: (thing: World['consortia'][number], world: World) => unknown): CellsOf =>
  (world) =>
    world.consortia.map((thing) => ({
      thing: thing.name,
      params: { id: thing.id },
      standing: thing.standing,
      body: body?.(thing, world),
    }));
const eachMember =
  (body: (thing: World['consortia'][number]) => unknown): CellsOf =>
  (world) =>
    world.consortia.map((thing) => ({
      thing: thing.name,
      params: { id: thing.id, memberId: thing.members[1]?.id ?? '' },
      standing: thing.standing,
      body: body(thing),
    }));
const eachDocument =
  (body?: (thing: World['documents'][number]) => unknown): CellsOf =>
  (world) =>
    world.documents.map((thing) => ({
      thing: thing.name,
      params: { id: thing.id },
      standing: thing.standing,
      state: thing.state,
      body: body?.(thing),
    }));
/** `of`: the states in which the act is tried; not said: in all. */
const eachCall =
  (body?: (thing: World['calls'][number]) => unknown, of?: readonly string[]): CellsOf =>
  (world) =>
    world.calls
      .filter(({ state }) => !of || of.includes(state))
      .map((thing) => ({
        thing: thing.name,
        params: { id: thing.id, question: thing.questionId, slug: thing.slug, no: '1' },
        standing: thing.standing,
        state: thing.state,
        body: body?.(thing),
      }));
/** `of`: the states in which the act is tried; not said: in all. */
export const eachOffer =
  (body?: (thing: World['offers'][number]) => unknown, of?: readonly string[]): CellsOf =>
  (world) =>
    world.offers
      .filter(({ state }) => !of || of.includes(state))
      .map((thing) => ({
        thing: thing.name,
        params: { id: thing.id },
        standing: thing.standing,
        state: thing.state,
        body: body?.(thing),
      }));
const eachRecommendation =
  (body?: () => unknown): CellsOf =>
  (world) =>
    world.recommendations.map(({ name, id, standing }) => ({ thing: name, params: { id }, standing, body: body?.() }));
const RESOLUTION = {
  ...{ resolutionNumber: '3/2015', sessionOn: '2015-03-20', reasons: 'Rada zna tę pracę.' },
  ...{ votesFor: 7, votesAgainst: 1, votesAbstained: 0, excluded: 1 },
};
/** Of offers, for acts that need confirmations or receipts: their own specs show them succeed. */
const deniedOffer =
  (body?: unknown, params: Record<string, string> = {}): CellsOf =>
  (world) =>
    world.offers.map(({ name, id, standing, state }) => {
      return { thing: name, params: { id, ...params }, standing, state, body, ...DENIED_ONLY };
    });
const SHA256 = '0'.repeat(64);
/** Of offers, for who works on their call. */
const receivedOffer =
  (id: (offer: World['offers'][number]) => Record<string, string>, body?: unknown): CellsOf =>
  (world) =>
    world.offers.flatMap((offer) => {
      const call = world.calls.find((each) => each.id === offer.callId);
      if (!call) return [];
      const { standing, state } = call;
      return [{ thing: offer.name, params: id(offer), standing, state, body, ...DENIED_ONLY }];
    });
const FILE = randomUUID();
/** Of offers, for acts on a file that none of them has: the files' own specs show them succeed. */
const ofFiles =
  (body?: (thing: World['offers'][number]) => unknown): CellsOf =>
  (world, asker) =>
    eachOffer(body)(world, asker).map((cell) => ({
      ...cell,
      params: { ...cell.params, attachment: FILE },
      ...DENIED_ONLY,
    }));
/** Of calls, for acts on a file that none of them has. */
const ofCallFiles =
  (body?: () => unknown): CellsOf =>
  (world, asker) =>
    eachCall(body)(world, asker).map((cell) => ({
      ...cell,
      params: { ...cell.params, attachment: FILE, sha256: SHA256 },
      ...DENIED_ONLY,
    }));
const onePublished = (): CellsOf => eachCall(undefined, ['ANNEX']);
const eachOrganisation =
  (body?: (thing: World['organisations']['leader']) => unknown): CellsOf =>
  ({ organisations }, { entered }) =>
    [...Object.values(organisations), ...(entered ? [entered] : [])].map((thing) => ({
      thing: thing.name,
      params: { id: thing.id },
      standing: thing.standing,
      body: body?.(thing),
    }));

/** What each act is tried on. An act without cells fails the matrix. */
export const CELLS: Partial<Record<PolicyAct, CellsOf>> = {
  live: once,
  ready: once,
  version: once,
  describeApi: once,
  browseApi: once,
  tellTime: once,
  stylePaper: once,

  readSession: once,
  signOut: once,
  extendSession: once,
  listSessions: once,
  endOtherSessions: once,
  endSession: ({ bystander }, { personId, sessionId }) => [
    { thing: 'their own', params: { id: sessionId }, standing: { personId } },
    { thing: 'another’s', params: { id: bystander.sessionId }, standing: { personId: bystander.personId } },
  ],
  endView: (_, { viewed }) => [{ thing: '', ...(viewed ? {} : DENIED_ONLY) }],
  confirmSession: () => [{ thing: '', body: { password: 'długie hasło z testu' }, ...DENIED_ONLY }],
  showTotp: () => [{ thing: '', body: { code: '000000' }, ...DENIED_ONLY }],
  useRecoveryCode: () => [{ thing: '', body: { code: 'abcd-efgh-ijkl' }, ...DENIED_ONLY }],

  listSignInWays: once,
  startLinking: () => [{ thing: '', params: { provider: 'miasto' }, ...DENIED_ONLY }],
  unlinkIdentity: ({ bystander }) => [
    { thing: 'another’s', params: { id: bystander.identityId }, standing: { personId: bystander.personId } },
  ],
  readAccount: once,
  changeAccount: () => [{ thing: '', body: { name: 'Nowe imię' } }],
  changePassword: () => [{ thing: '', body: { current: 'x', password: 'długie hasło z testu' }, ...DENIED_ONLY }],
  changeEmail: () => [{ thing: '', body: { email: 'nowy@example.test' } }],
  listViews: once,
  readClause: () => [{ thing: '', params: { id: accountClause.id } }],
  listAcknowledgements: once,
  acknowledgeClause: () => [{ thing: '', body: { clause: accountClause.id, version: accountClause.version } }],
  // Who looks through another's eyes takes none of their data away; its own spec shows it.
  exportData: (_, { viewed }) => [{ thing: '', ...(viewed ? DENIED_ONLY : {}) }],
  openData: (_, { viewed }) => [{ thing: '', ...(viewed ? DENIED_ONLY : {}) }],
  readErasure: once,
  // The only owner cannot go; its own spec shows who can.
  askErasure: () => [{ thing: '', body: { reason: null }, ...DENIED_ONLY }],
  // Nobody here waits for one; its own spec takes one back.
  withdrawErasure: () => [{ thing: '', ...DENIED_ONLY }],
  listErasures: once,
  decideErasure: ({ erasures }) =>
    erasures.map((thing) => ({ ...onThing(thing), body: { decision: 'ERASE', ground: 'art. 17 ust. 1 RODO' } })),
  listRetention: once,
  decideRetention: ({ proposals }) => proposals.map((thing) => ({ ...onThing(thing), body: { decision: 'APPROVE' } })),
  offerPasskey: once,
  addPasskey: () => [{ thing: '', body: { challengeId: randomUUID(), name: 'Klucz', response: {} }, ...DENIED_ONLY }],
  removePasskey: ({ bystander }) => [
    { thing: 'another’s', params: { id: bystander.passkeyId }, standing: { personId: bystander.personId } },
  ],
  startTotp: once,
  confirmTotp: () => [{ thing: '', body: { code: '000000' }, ...DENIED_ONLY }],
  removeTotp: () => [{ thing: '', ...DENIED_ONLY }],
  makeRecoveryCodes: () => [{ thing: '', ...DENIED_ONLY }],

  listPeople: (_, { actingFor }) => [{ thing: '', body: { search: 'osoba' }, standing: { organisationId: actingFor } }],
  beginView: ({ bystander }) => [
    { thing: 'a bystander', body: { personId: bystander.personId, reason: 'sprawdzenie uprawnień' } },
  ],
  revokeGrant: ({ grants }) => grants.map((thing) => onThing(thing)),
  listInvitations: (_, { actingFor }) => [{ thing: '', standing: { organisationId: actingFor } }],
  invite: ({ organisations: { leader, foreign } }) =>
    [leader, foreign].map(({ name, id, standing }) => ({
      thing: name,
      standing,
      body: { email: 'zaproszona@example.test', role: 'EDITOR', organisationId: id },
    })),
  approveInvitation: ({ invitations }) => invitations.map((thing) => onThing(thing)),
  withdrawInvitation: ({ invitations }) => invitations.map((thing) => onThing(thing)),

  actFor: (_, { actingFor, actingBody }) => [{ thing: '', body: { organisationId: actingFor, body: actingBody } }],

  readTerritory: once,
  listLocalCentres: once,
  planLocalCentre: () => [{ thing: '', body: { name: 'Drugie centrum', teryt: '2264011', phase: 2 } }],
  listRuleSets: once,
  readCatalogue: once,

  listOrganisations: once,
  findDuplicates: () => [{ thing: '', body: { name: 'Obca' } }],
  readOrganisation: eachOrganisation(),
  createOrganisation: () => [{ thing: '', body: { name: 'Zupełnie nowa', sector: 'NGO' } }],
  changeOrganisation: eachOrganisation(({ version }) => ({
    version,
    changes: { phone: '+48 58 000 00 01' },
    base: {},
  })),

  readOrganisationHistory: eachOrganisation(),
  readJournal: once,
  listSeals: once,
  downloadSeals: once,

  listConsortia: (world, asker) => [{ thing: '', check: listsOnly(world, asker) }],
  createConsortium: ({ centres }, { grants }) =>
    centres.map(({ name, id, teryt }) => ({
      thing: name,
      standing: { teryt, organisationId: grants.find((grant) => grant.role === 'COORDINATOR')?.organisationId ?? null },
      body: { title: 'Nowe konsorcjum', localCentreId: id },
    })),
  readConsortium: eachConsortium(),
  readHistory: eachConsortium(),
  changeConsortium: eachConsortium(({ version }) => ({ version, changes: { callNo: '9/2026' }, base: {} })),
  addMember: eachConsortium((_, { organisations }) => ({ organisationId: organisations.newcomer.id, role: 'PARTNER' })),
  changeMember: eachMember(({ members }) => ({ version: members[1]?.version, changes: { votes: 3 }, base: {} })),
  leaveConsortium: eachMember(({ members }) => ({ linesToMemberId: members[0]?.id })),
  appointLeader: eachConsortium(({ members }) => ({ memberId: members[1]?.id })),
  changeBudget: eachConsortium(({ members }) => ({
    added: [{ id: randomUUID(), fields: { item: 'Nowa pozycja', member: members[0]?.id } }],
    changed: [],
    removed: [],
    order: null,
  })),

  listCalls: (world, asker) => [{ thing: '', check: listsCallsOnly(world, asker) }],
  createCall: () =>
    [
      ['Sopot', '2264011'],
      ['Gdynia', '2262011'],
    ].map(([thing = '', teryt = '']) => ({
      thing,
      standing: { teryt },
      state: 'DRAFT',
      body: { id: randomUUID(), teryt, title: 'Nowy nabór' },
    })),
  readCall: eachCall(),
  readCallSheet: eachCall(undefined, ['DRAFT']),
  readCallChanges: eachCall(undefined, ['DRAFT']),
  readCallHistory: eachCall(undefined, ['DRAFT']),
  // A closed sheet answers with what it did not take (409); its own spec shows it.
  changeCall: eachCall(
    () => ({ save: randomUUID(), changes: [{ path: 'rules.quorum', base: 1, value: 5 }] }),
    ['DRAFT', 'ANNEX'],
  ),
  publishCall: eachCall(({ rev, state }) => ({
    id: randomUUID(),
    rev,
    ...(state === 'ANNEX' ? { reason: 'Zmiana w macierzy.' } : {}),
  })),
  beginAnnex: eachCall(undefined, ['PUBLISHED', 'ANNEX', 'ANNULLED']),
  abandonAnnex: eachCall(undefined, ['PUBLISHED', 'ANNEX', 'ANNULLED']),
  extendCall: eachCall(
    () => ({ id: randomUUID(), deadlineAt: '2098-01-02T12:00:00Z', reason: 'Przedłużenie w macierzy.' }),
    ['PUBLISHED', 'ANNEX', 'ANNULLED'],
  ),
  annulCall: eachCall(
    () => ({ id: randomUUID(), reason: 'Unieważnienie w macierzy.' }),
    ['PUBLISHED', 'ANNEX', 'ANNULLED'],
  ),
  listQuestions: eachCall(undefined, ['DRAFT', 'PUBLISHED']),
  askQuestion: eachCall(() => ({ id: randomUUID(), text: 'Czy można zapytać?' }), ['PUBLISHED', 'ANNEX', 'ANNULLED']),
  answerQuestion: eachCall(() => ({ base: 0, text: 'Można.' }), ['PUBLISHED', 'ANNEX']),
  listPublicCalls: once,
  readPublicCall: onePublished(),
  downloadEdition: onePublished(),
  downloadCalendar: onePublished(),
  listPublicQuestions: onePublished(),
  addCallAttachment: ofCallFiles(() => ({ id: FILE, name: 'mapa.pdf', about: '', size: 9 })),
  uploadCallAttachment: ofCallFiles(),
  changeCallAttachment: ofCallFiles(() => ({ about: 'Mapa' })),
  removeCallAttachment: ofCallFiles(),
  readCallAttachment: ofCallFiles(),
  downloadCallAttachment: ofCallFiles(),
  listOutages: once,
  recordOutage: () => [
    {
      thing: '',
      standing: {},
      body: {
        id: randomUUID(),
        beganAt: '2026-01-02T10:00:00Z',
        endedAt: '2026-01-02T10:30:00Z',
        what: 'Portal nie odpowiadał.',
        minutes: 'Przerwa w zasilaniu serwerowni.',
      },
    },
  ],

  listOffers: (world, asker) => [{ thing: '', check: listsOffersOnly(world, asker) }],
  listOpenings: once,
  // The call is Sopot's; a consortium from elsewhere cannot answer it, its own spec shows it.
  createOffer: ({ consortia, openCall }) =>
    consortia.map(({ name, id, standing }) => ({
      thing: name,
      standing,
      state: 'DRAFT',
      body: { id: randomUUID(), callId: openCall.id, consortiumId: id },
      ...(name === 'Sopot' ? {} : DENIED_ONLY),
    })),
  readOffer: eachOffer(),
  addAttachment: ofFiles(({ members }) => ({
    id: FILE,
    member: members[0]?.id,
    name: 'statut.pdf',
    about: '',
    size: 9,
  })),
  uploadAttachment: ofFiles(),
  changeAttachment: ofFiles(() => ({ about: 'Statut' })),
  removeAttachment: ofFiles(),
  readAttachment: ofFiles(),
  readReceivedAttachment: (world, asker) =>
    eachCall()(world, asker).map((cell) => ({
      ...cell,
      params: { ...cell.params, offer: world.offers[0]?.id ?? '', attachment: FILE },
      ...DENIED_ONLY,
    })),
  readSigning: eachOffer(),
  confirmOffer: deniedOffer({ id: randomUUID(), sha256: SHA256 }),
  revokeConfirmation: deniedOffer(undefined, { confirmation: randomUUID() }),
  submitOffer: deniedOffer({ id: randomUUID(), sha256: SHA256 }),
  readReceipts: eachOffer(),
  downloadReceipt: deniedOffer(undefined, { no: '0001' }),
  downloadOfferFile: eachOffer(),
  downloadReceivedFile: deniedOffer(undefined, { no: '0001' }),
  openOfferPaper: deniedOffer(),
  downloadOfferPaper: deniedOffer(),
  openReceiptPaper: deniedOffer(undefined, { no: '0001' }),
  downloadReceiptPaper: deniedOffer(undefined, { no: '0001' }),
  amendOffer: deniedOffer(),
  correctOffer: deniedOffer(),
  abandonAmendment: deniedOffer(),
  withdrawOffer: deniedOffer({ id: randomUUID(), reason: 'Wycofanie w macierzy.' }),
  readReceivedOffer: receivedOffer(({ id, callId }) => ({ id: callId, offer: id })),
  admitOffer: receivedOffer(({ id }) => ({ id }), { id: randomUUID(), minutes: 'Dopuszczenie w macierzy.' }),
  ...scoringCells(eachCall()),
  readFormal: eachCall(),
  readFormalCard: receivedOffer(({ id, callId }) => ({ id: callId, offer: id })),
  checkFormal: receivedOffer(({ id, callId }) => ({ id: callId, offer: id }), {
    ...{ id: randomUUID(), code: 'GOALS', answer: 'YES' },
  }),
  decideFormal: receivedOffer(({ id, callId }) => ({ id: callId, offer: id }), { id: randomUUID(), state: 'PASSED' }),
  readOfferLetters: eachOffer(),
  readAppeals: eachOffer(),
  lodgeAppeal: deniedOffer({ id: randomUUID(), grounds: 'Punkty w K2 nie zgadzają się z opisem.' }),
  downloadLetter: () => [{ thing: '', params: { id: FILE }, ...DENIED_ONLY }],
  downloadLetterDocx: () => [{ thing: '', params: { id: FILE }, ...DENIED_ONLY }],
  openLetter: () => [{ thing: '', params: { id: FILE }, ...DENIED_ONLY }],
  checkReceipt: () => [{ thing: '', body: { number: 'LC/0000/2015/01/0001', receiptSha256: SHA256 } }],
  readRecommendation: eachOffer(),
  askRecommendation: eachOffer(() => ({ id: randomUUID(), summary: 'Opis oferty dla rady.' }), ['DRAFT']),
  withdrawRecommendation: eachOffer(undefined, ['SUBMITTED']),
  listRecommendations: once,
  readAskedRecommendation: eachRecommendation(),
  resolveRecommendation: eachRecommendation(() => RESOLUTION),
  ...RESULT_CELLS,
  ...AWARD_CELLS,
  ...COMMISSION_CELLS,
  readOfferSheet: eachOffer(undefined, ['DRAFT']),
  readOfferChanges: eachOffer(undefined, ['DRAFT']),
  // A closed sheet answers with what it did not take (409); its own spec shows it.
  changeOffer: eachOffer(
    () => ({ save: randomUUID(), changes: [{ path: 'basics.summary', base: 0, value: 'Zmiana w macierzy' }] }),
    ['DRAFT'],
  ),
  lendPart: (world, asker) =>
    eachOffer(({ members }) => {
      const own = members.find(({ organisationId }) => organisationId === asker.actingFor) ?? members[0];
      return { part: own?.id, members: [members.find((one) => one !== own)?.id] };
    })(world, asker),
  showPresence: eachOffer(() => ({ section: 'budget', tab: randomUUID() }), ['DRAFT']),
  countOffers: eachCall(undefined, ['DRAFT', 'PUBLISHED']),

  listDocuments: eachConsortium(),
  draftDocument: eachConsortium(() => ({ kind: 'LETTER_OF_INTENT' })),
  readDocument: eachDocument(),
  changeDocument: eachDocument(({ version }) => ({ version, changes: { note: 'dopisek' }, base: {} })),
  issueDocument: (world, asker) =>
    eachDocument(({ version, factsSha256 }) => ({ version, factsSha256 }))(world, asker).map((cell) =>
      cell.thing.startsWith('Gdynia') ? { ...cell, deniedOnly: true as const } : cell,
    ),
  downloadPdf: eachDocument(),
  downloadDocx: eachDocument(),
  openHtml: eachDocument(),
};

/** A list shows what may be seen, and nothing else. */
const listsOnly =
  ({ consortia }: World, { personId, grants }: Asker) =>
  (body: unknown): string | null => {
    const seen = consortia.filter(({ standing }) => decide({ personId, grants }, 'readConsortium', standing).see);
    const listed = (body as { items: { id: string }[] }).items.map((item) => item.id).sort();
    const due = seen.map((thing) => thing.id).sort();
    return listed.join() === due.join() ? null : `lists ${listed.length} instead of ${due.length}`;
  };

/** Of offers those of consortia of which one is a member. */
const listsOffersOnly =
  ({ offers }: World, { personId, grants, viewed }: Asker) =>
  (body: unknown): string | null => {
    const seen = offers.filter(({ standing }) => !viewed && decide({ personId, grants }, 'readOffer', standing).see);
    const listed = (body as { items: { id: string }[] }).items.map((item) => item.id).sort();
    const due = seen.map((thing) => thing.id).sort();
    return listed.join() === due.join() ? null : `lists ${listed.length} instead of ${due.length}`;
  };

/** Of calls everything that was published, and drafts where one works. */
const listsCallsOnly =
  ({ calls, openCall }: World, { personId, grants }: Asker) =>
  (body: unknown): string | null => {
    const seen = [...calls, openCall].filter(
      ({ standing, state }) => state !== 'DRAFT' || decide({ personId, grants }, 'readCall', standing).see,
    );
    const listed = (body as { items: { id: string }[] }).items.map((item) => item.id).sort();
    const due = seen.map((thing) => thing.id).sort();
    return listed.join() === due.join() ? null : `lists ${listed.length} instead of ${due.length}`;
  };
