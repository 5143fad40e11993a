/** Who in the database may read a table for its people: the gate, or, where things of consortia lie, the auditor. */
export type PersonalReader = 'gate' | 'audit';

/**
 * What happens to a person's own rows when the person is erased. `DELETE`: they go. `EMPTY`: the row stays for what
 * points to it, without the person's data. `KEEP`: they stay, for the ground in the words.
 */
export type OnErasure = 'DELETE' | 'EMPTY' | 'KEEP';

/** How one table stands to people: every column of it is in exactly one of the four lists. */
export interface TableMark {
  reader: PersonalReader;
  onErasure: OnErasure;
  /** Columns with the id of the person whose row it is; one that fits is enough. */
  own: readonly string[];
  /** Column with an e-mail address by which a row is a person's as well. */
  byEmail?: string;
  /** Columns with the id of a person who did something to a row that is not theirs, or to whom it points. */
  traces: readonly string[];
  /** A person's data: shown to the person. */
  personal: readonly string[];
  /** Proves who somebody is: an export says that it is there, never what it is. */
  secret: readonly string[];
  /** Nobody's data. */
  other: readonly string[];
  /** Of a row with a trace only: what tells which thing it is. Never anything of somebody else. */
  told?: readonly string[];
  /** Columns emptied at the erasure: of own rows with `EMPTY`. */
  emptied?: readonly string[];
  /** Columns emptied in rows of others that point to the person. */
  tracesEmptied?: readonly string[];
  /** Personal columns of people who need no account here: those who represent an organisation. */
  representatives?: readonly string[];
}

const list = (columns: string): readonly string[] => columns.split(/\s+/).filter((column) => column !== '');

interface Given extends Partial<Pick<TableMark, 'byEmail' | 'onErasure' | 'reader'>> {
  own?: string;
  traces?: string;
  personal?: string;
  secret?: string;
  other?: string;
  told?: string;
  emptied?: string;
  tracesEmptied?: string;
  representatives?: string;
}

const mark = ({ reader = 'gate', onErasure = 'KEEP', byEmail, ...given }: Given): TableMark => ({
  reader,
  onErasure,
  ...(byEmail ? { byEmail } : {}),
  own: list(given.own ?? ''),
  traces: list(given.traces ?? ''),
  personal: list(given.personal ?? ''),
  secret: list(given.secret ?? ''),
  other: list(given.other ?? ''),
  told: list(given.told ?? ''),
  emptied: list(given.emptied ?? ''),
  tracesEmptied: list(given.tracesEmptied ?? ''),
  representatives: list(given.representatives ?? ''),
});

const marks = <Table extends string>(given: Record<Table, Given>): Readonly<Record<Table, TableMark>> =>
  Object.fromEntries(Object.entries<Given>(given).map(([table, one]) => [table, mark(one)])) as Record<
    Table,
    TableMark
  >;

/**
 * Every table of the database, every column: whose data it is, who reads it, what becomes of it when the person is
 * erased. A test compares it with the migrated database: an unmarked column fails the build. Export and erasure of a
 * person's data read it, so what is marked is exported, and what is marked to go, goes. Grounds and periods stand in
 * `words.pl/personal`.
 */
export const PERSONAL_TABLES = /* @__PURE__ */ marks({
  person: {
    onErasure: 'EMPTY',
    own: 'id',
    personal: 'id name email created_at email_confirmed_at used_at left_at erased_at',
    secret: 'password_hash',
    other: 'version',
    emptied: 'name email password_hash email_confirmed_at',
  },
  role_grant: {
    onErasure: 'DELETE',
    own: 'person_id',
    traces: 'granted_by',
    personal: 'person_id organisation_id teryt role granted_at granted_by',
    other: 'id',
    told: 'role organisation_id granted_at',
  },
  session: {
    onErasure: 'DELETE',
    own: 'person_id',
    traces: 'viewed_person_id',
    personal: `person_id acting_for acting_body level device network created_at seen_at confirmed_at viewed_person_id
      view_reason`,
    secret: 'token_sha256',
    other: 'id',
    told: 'view_reason',
    tracesEmptied: 'viewed_person_id view_reason acting_for acting_body',
  },
  known_device: {
    onErasure: 'DELETE',
    own: 'person_id',
    personal: 'person_id known_since seen_at',
    secret: 'token_sha256',
  },
  passkey: {
    onErasure: 'DELETE',
    own: 'person_id',
    personal: 'person_id name added_at used_at transports backup_eligible backed_up',
    secret: 'credential_id public_key counter',
    other: 'id',
  },
  passkey_challenge: {
    onErasure: 'DELETE',
    own: 'person_id',
    personal: 'person_id made_at',
    secret: 'challenge',
    other: 'id',
  },
  totp: {
    onErasure: 'DELETE',
    own: 'person_id',
    personal: 'person_id confirmed_at',
    secret: 'secret next_secret last_step',
  },
  recovery_code: {
    onErasure: 'DELETE',
    own: 'person_id',
    personal: 'person_id used_at',
    secret: 'code_sha256',
  },
  external_identity: {
    onErasure: 'DELETE',
    own: 'person_id',
    personal: 'person_id issuer subject linked_at',
    other: 'id',
  },
  provider_flow: {
    onErasure: 'DELETE',
    own: 'person_id',
    personal: 'person_id provider begun_at',
    secret: 'state_sha256 nonce code_verifier',
  },
  person_token: {
    onErasure: 'DELETE',
    own: 'person_id',
    personal: 'person_id purpose email expires_at used_at',
    secret: 'token_sha256',
  },
  reset_request: {
    onErasure: 'DELETE',
    byEmail: 'email',
    personal: 'email asked_at',
    other: 'id',
  },
  invitation: {
    onErasure: 'DELETE',
    own: 'accepted_by',
    byEmail: 'email',
    traces: 'invited_by approved_by',
    personal:
      'email role organisation_id teryt state invited_by invited_at approved_by expires_at accepted_by ended_at',
    secret: 'token_sha256',
    other: 'id',
    told: 'role organisation_id state invited_at',
  },
  mail: {
    onErasure: 'DELETE',
    own: '',
    byEmail: 'recipient',
    personal: 'template recipient subject written_at send_at sent_at',
    // It may hold a link that still lets somebody in.
    secret: 'body',
    other: 'id attempts copies last_fault',
  },
  journal_personal: {
    onErasure: 'DELETE',
    own: 'person_id',
    personal: 'person_id value written_at',
    other: 'sha256 salt',
  },
  acknowledgement: { own: 'person_id', personal: 'person_id clause version at' },
  erasure: {
    onErasure: 'EMPTY',
    own: 'person_id',
    traces: 'decided_by',
    personal: 'person_id reason asked_at state ground decided_by decided_at',
    other: 'id',
    told: 'state decided_at',
    emptied: 'reason',
  },
  retention_proposal: {
    traces: 'decided_by',
    personal: 'decided_by',
    other: 'id kind rows before proposed_at state decided_at removed',
    told: 'kind decided_at',
  },
  journal: {
    own: 'person_id',
    traces: 'subject_id',
    personal: 'person_id at act organisation_id body roles subject_kind subject_id',
    // Ids, counts and salted hashes; personal values lie beside, in journal_personal.
    other: 'seq details changes',
    told: 'at act subject_kind',
  },
  organisation: {
    traces: 'created_by',
    personal: 'created_by address email phone electronic_delivery_address bank_account representation',
    other: 'id version name name_key legal_form sector nip regon krs unit_of_id teryt created_at updated_at',
    told: 'id name created_at',
    representatives: 'address email phone electronic_delivery_address bank_account representation',
  },
  consortium: {
    reader: 'audit',
    traces: 'created_by updated_by',
    personal: 'created_by updated_by',
    other: `id version title title_key local_centre_id teryt call_no legal_regime period_from period_to cap_grosze
      declared_total_grosze distinct_persons target_groups services service_points catalogue_additions
      letter_of_intent_signed_on rule_set_version created_at updated_at`,
    told: 'id title created_at updated_at',
  },
  document: {
    reader: 'audit',
    traces: 'created_by issued_by',
    personal: 'created_by issued_by facts',
    other: `id version consortium_id kind member_id status template_version date place copies valid_until note number
      facts_sha256 created_at issued_at superseded_at superseded_by award_id changes_id`,
    told: 'id kind number status created_at issued_at',
    representatives: 'facts',
  },
  document_file: {
    reader: 'audit',
    personal: 'bytes',
    other: 'document_id format sha256',
    representatives: 'bytes',
  },
  // Texts of a call may name people who need no account here: whom to ask, who was heard.
  call: {
    reader: 'audit',
    traces: 'created_by',
    personal: 'created_by',
    other: 'id teryt state title number slug opens_at deadline_at created_at updated_at request_id',
    told: 'id title number created_at',
  },
  call_edition: {
    reader: 'audit',
    traces: 'published_by',
    personal: 'published_by contents attachments',
    other: 'call_id no kind sha256 differences reason published_at request_id outage_id cause',
    told: 'call_id no kind published_at',
    // Whom to ask about the call.
    representatives: 'contents attachments',
  },
  // A file may be named after a person who needs no account here.
  call_attachment: {
    reader: 'audit',
    traces: 'added_by',
    personal: 'added_by name about',
    other: 'id call_id place media_type size sha256 state replaces published_in added_at removed_at',
    told: 'id state added_at',
    representatives: 'name about',
  },
  call_question: {
    reader: 'audit',
    own: 'asked_by',
    traces: 'answered_by',
    personal: 'asked_by text asked_at answer answered_by answered_at first_answered_at',
    other: 'id call_id asked_for answer_no request_id',
    told: 'id call_id answered_at',
  },
  call_answer: {
    reader: 'audit',
    traces: 'answered_by',
    personal: 'answered_by text answered_at',
    other: 'question_id no',
    told: 'question_id no answered_at',
  },
  outage: {
    reader: 'audit',
    traces: 'recorded_by',
    personal: 'recorded_by',
    other: 'id began_at ended_at what minutes corrects recorded_at request_id',
    told: 'id began_at ended_at recorded_at',
  },
  offer: {
    reader: 'audit',
    traces: 'created_by',
    personal: 'created_by',
    other: 'id call_id consortium_id state title created_at updated_at',
    told: 'id state created_at',
  },
  // Gone within minutes by itself.
  offer_presence: {
    reader: 'audit',
    own: 'person_id',
    personal: 'person_id section seen_at',
    other: 'offer_id tab member_id',
  },
  // A file may be named after a person who needs no account here.
  offer_attachment: {
    reader: 'audit',
    traces: 'added_by',
    personal: 'added_by name about',
    other: 'id offer_id member_id media_type size sha256 state added_at removed_at',
    told: 'id state added_at',
    representatives: 'name about',
  },
  // What was confirmed names who represents each member, and whom its authors wrote about.
  offer_content: {
    reader: 'audit',
    personal: 'contents',
    other: 'offer_id sha256 kept_at title consortium zit_grosze',
    representatives: 'contents',
  },
  offer_confirmation: {
    reader: 'audit',
    own: 'person_id',
    personal: 'person_id capacity person office at revoked_at',
    other: 'id offer_id member_id sha256 cover_sha256',
  },
  offer_receipt: {
    reader: 'audit',
    traces: 'person_id',
    personal: 'person_id reason',
    other: `number call_id no offer_id kind received_at deadline_at late_ms sha256 salt receipt receipt_sha256 replaces
      leader_id request_id request_sha256`,
    told: 'number kind received_at',
  },
  offer_admission: {
    reader: 'audit',
    traces: 'admitted_by',
    personal: 'admitted_by minutes',
    other: 'receipt_number offer_id at request_id',
    told: 'receipt_number at',
    representatives: 'minutes',
  },
  recommendation: {
    reader: 'audit',
    traces: 'asked_by resolved_by',
    personal: 'asked_by resolved_by shown reasons',
    other: `id offer_id county asked_at withdrawn_at verdict resolution_number session_on votes_for votes_against
      votes_abstained excluded resolved_at`,
    told: 'asked_at resolution_number',
  },
  commission: {
    reader: 'audit',
    traces: 'formed_by',
    personal: 'formed_by basis',
    other: 'call_id formed_at updated_at',
    told: 'call_id formed_at',
    representatives: 'basis',
  },
  commission_seat: {
    reader: 'audit',
    own: 'person_id',
    traces: 'seated_by',
    personal: 'person_id office named_by named_by_nip seated_by seated_at left_at left_cause left_reason',
    other: 'id call_id',
    told: 'call_id seated_at',
  },
  impartiality: {
    reader: 'audit',
    own: 'person_id',
    personal: 'person_id kind reason clause at',
    other: 'id call_id offer_id',
  },
  tie: {
    reader: 'audit',
    own: 'person_id',
    traces: 'entered_by ended_by',
    personal: `person_id kind nip krs from_day to_day source note entered_by entered_at ended_at ended_by
      ended_reason`,
    other: 'id',
    told: 'entered_at ended_at',
  },
  conflict_decision: {
    reader: 'audit',
    own: 'person_id',
    traces: 'decided_by',
    personal: 'person_id bars reason decided_by at',
    other: 'id call_id offer_id',
    told: 'call_id at',
  },
  offer_bar: {
    reader: 'audit',
    own: 'person_id',
    personal: 'person_id cause since lifted_at',
    other: 'offer_id call_id',
  },
  assignment: {
    reader: 'audit',
    traces: 'confirmed_by',
    personal: 'confirmed_by reason proof',
    other: 'id call_id no each confirmed_at',
    told: 'call_id no confirmed_at',
  },
  assignment_card: {
    reader: 'audit',
    own: 'person_id',
    personal: 'person_id',
    other: 'assignment_id offer_id',
  },
  call_opening: {
    reader: 'audit',
    other: 'call_id opened_at deadline_at offers in_time late numbers seal_batch seal_hash',
  },
  formal_card: {
    reader: 'audit',
    traces: 'decided_by',
    personal: 'decided_by',
    other: 'offer_id call_id receipt_number items state computed_at decided_at',
    told: 'receipt_number state decided_at',
  },
  formal_verdict: {
    reader: 'audit',
    traces: 'person_id',
    personal: 'person_id note',
    other: 'id offer_id call_id receipt_number code answer fields at',
    told: 'receipt_number code answer at',
  },
  formal_letter: {
    reader: 'audit',
    traces: 'sent_by',
    personal: 'sent_by facts',
    other: 'id offer_id call_id receipt_number kind sha256 sent_at',
    told: 'receipt_number kind sent_at',
  },
  cure: {
    reader: 'audit',
    other: 'id offer_id call_id receipt_number items fields sent_at due_on business_days letter',
  },
  cure_answer: { reader: 'audit', other: 'cure_id receipt_number at' },
  call_scoring: { reader: 'audit', other: 'call_id frozen_at' },
  score_card: {
    reader: 'audit',
    own: 'person_id',
    personal: 'person_id state opened_at',
    other: 'id call_id offer_id',
  },
  score_version: {
    reader: 'audit',
    own: 'person_id',
    personal: 'person_id contents points reason handed_at',
    other: 'card_id no rev sha256 request_id',
  },
  score_note: {
    reader: 'audit',
    traces: 'person_id',
    personal: 'person_id text',
    other: 'offer_id no written_at',
    told: 'offer_id written_at',
  },
  call_lot: {
    reader: 'audit',
    traces: 'committed_by drawn_by',
    personal: 'committed_by drawn_by witnesses',
    secret: 'portal_half',
    other: 'call_id commitment committed_at witness_half seed drawn_at',
    told: 'call_id committed_at drawn_at',
    // Who was there, in words.
    representatives: 'witnesses',
  },
  call_result: {
    reader: 'audit',
    traces: 'frozen_by approved_by published_by',
    personal: 'frozen_by approved_by published_by reason basis',
    other: `call_id no document sha256 digests signature frozen_at request_id replaces_no approved_at published_at`,
    told: 'call_id no frozen_at',
  },
  result_minutes: {
    reader: 'audit',
    personal: 'facts',
    other: 'call_id no',
    // Who sat in the commission and was excluded, as the minutes say it.
    representatives: 'facts',
  },
  offer_letter: {
    reader: 'audit',
    traces: 'sent_by',
    personal: 'sent_by facts',
    other: 'id offer_id call_id kind sha256 sent_at result_no request_id',
    told: 'kind sent_at',
    // To whom it is addressed.
    representatives: 'facts',
  },
  reasons_request: {
    reader: 'audit',
    own: 'asked_by',
    traces: 'entered_by answered_by',
    personal: 'asked_by asker entered_by answered_by text answer channel received_on day late',
    other: 'id call_id result_no offer_id entered_at answered_at',
    told: 'call_id received_on answered_at',
    // Who asked on paper, as they gave their name.
    representatives: 'asker text answer',
  },
  appeal: {
    reader: 'audit',
    traces: 'lodged_by',
    personal: 'lodged_by grounds',
    other: 'id call_id no offer_id result_no lodged_at due_on late_days',
    told: 'call_id no lodged_at',
    representatives: 'grounds',
  },
  appeal_statement: {
    reader: 'audit',
    traces: 'person_id',
    personal: 'person_id text',
    other: 'appeal_id at',
    told: 'appeal_id at',
    representatives: 'text',
  },
  appeal_decision: {
    reader: 'audit',
    traces: 'decided_by',
    personal: 'decided_by reasons basis',
    other: 'appeal_id upheld effect decided_at',
    told: 'appeal_id decided_at',
    representatives: 'reasons',
  },
  award: {
    reader: 'audit',
    traces: 'awarded_by ended_by carried_by',
    personal: 'awarded_by ended_by carried_by reason ended_reason',
    other: `id call_id offer_id consortium_id result_no receipt_number place from_reserve total_grosze zit_grosze
      own_grosze awarded_at ended_at carried_at`,
    told: 'id call_id place awarded_at ended_at',
  },
  sheet_field: {
    reader: 'audit',
    traces: 'changed_by',
    personal: 'changed_by value',
    other: 'sheet_id path rev changed_at',
    told: 'sheet_id path changed_at',
    representatives: 'value',
  },
  sheet_change: {
    reader: 'audit',
    traces: 'changed_by',
    personal: 'changed_by before after',
    other: 'sheet_id rev path set_aside save_id changed_at',
    told: 'sheet_id path rev changed_at',
    representatives: 'before after',
  },

  // Hashes of what was tried; a person's are found by hashing again what is known of them.
  sign_in_attempt: { onErasure: 'DELETE', secret: 'key_sha256', personal: 'at', other: 'id' },

  budget_line: {
    reader: 'audit',
    other: `consortium_id id version position category area item member_id source unit quantity unit_price_grosze
      amount_grosze valuation justification`,
  },
  member: {
    reader: 'audit',
    other: `id consortium_id organisation_id version role position tasks votes similar_projects_3y turnover_grosze
      declared_cash_grosze declared_in_kind_grosze joined_at left_at`,
  },
  document_counter: { reader: 'audit', other: 'series year last' },
  call_number: { reader: 'audit', other: 'county year last' },
  offer_receipt_number: { reader: 'audit', other: 'call_id last' },
  offer_receipt_kept: { reader: 'audit', other: 'receipt_number at' },
  offer_standing: { reader: 'audit', other: 'offer_id call_id leader_id number' },
  offer_loan: { reader: 'audit', other: 'offer_id part member_id' },
  sheet: { reader: 'audit', other: 'id form rev closed' },
  // Revisions only: the values of a request come with it again, and names with the fields.
  sheet_save: { reader: 'audit', other: 'sheet_id save_id request_sha256 rev answer saved_at' },
  journal_seal: { other: 'batch count merkle_root previous_hash hash sealed_at' },
  journal_link: { other: 'seq batch position leaf' },
  chore: { reader: 'audit', other: 'name done_at result' },
  county: { other: 'teryt name kind' },
  municipality: { other: 'teryt county_teryt name kind zit valid_from valid_to' },
  legal_form: { other: 'code position name sector' },
  rule_set: { other: 'version rules published_at' },
  local_centre: { other: 'id name teryt phase planned_at' },
  migration: { other: 'id timestamp name' },
});

export type MarkedTable = keyof typeof PERSONAL_TABLES;

/** Tables with rows that are somebody's, or that point to somebody. */
export const tablesOfPeople = (): [MarkedTable, TableMark][] =>
  (Object.entries(PERSONAL_TABLES) as [MarkedTable, TableMark][]).filter(
    ([, { own, traces, byEmail }]) => own.length > 0 || traces.length > 0 || byEmail !== undefined,
  );

/** What is wrong with the marks of these columns, `table.column` each: not marked, marked twice, or marked but gone. */
export function unmarkedColumns(
  columns: readonly { table: string; column: string }[],
  marks: Readonly<Record<string, TableMark>> = PERSONAL_TABLES,
): string[] {
  const there = new Map<string, string[]>();
  for (const { table, column } of columns) there.set(table, [...(there.get(table) ?? []), column]);
  const faults: string[] = [];
  for (const [table, names] of there) {
    const found = Object.hasOwn(marks, table) ? marks[table] : undefined;
    const marked = found ? [...found.personal, ...found.secret, ...found.other] : [];
    for (const name of names) {
      const times = marked.filter((one) => one === name).length;
      if (times !== 1) faults.push(`${table}.${name}: ${times === 0 ? 'not marked' : 'marked twice'}`);
    }
  }
  for (const [table, { personal, secret, other, own, traces, told = [], emptied = [], byEmail }] of Object.entries(
    marks,
  ))
    for (const name of [...personal, ...secret, ...other, ...own, ...traces, ...told, ...emptied, byEmail ?? ''])
      if (name !== '' && !there.get(table)?.includes(name)) faults.push(`${table}.${name}: marked, but not there`);
  return faults;
}
