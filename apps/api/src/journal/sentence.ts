import {
  CALL_FORM,
  CARD_VERSION,
  formatInstantPl,
  formatZloty,
  nameOfPath,
  OFFER_FORM,
  readSheet,
  type FieldChange,
  type SheetForm,
} from '@zit/domain';
import { historyWords as words } from '@zit/words.pl/history';
import { roleWords } from '@zit/words.pl/roles';
import { routeWords } from '@zit/words.pl/routes';
import type { Act } from './note';
import { valuesOf } from './values';

/** An entry of the journal as it was read back: nothing in it is taken for granted. */
export interface Entry {
  act: string;
  /** Organisation acted for. */
  organisationId: string | null;
  details: Record<string, unknown>;
  /** The first changes of many. */
  changes: readonly FieldChange[];
  /** How many there are in all. */
  changeCount: number;
}

/** Changes that a sentence tells one by one. */
const TOLD = 3;

/** The Polish sentence of an entry; `name` gives the name of an organisation, or of the organisation of a member. */
export function sentenceOf(entry: Entry, name: (id: string) => string): string {
  const { act, details, organisationId } = entry;
  const by = organisationId ? name(organisationId) : null;
  const text = (key: string): string => (typeof details[key] === 'string' ? details[key] : '');
  const party = (key: string): string | null => (text(key) ? name(text(key)) : null);
  const member = (): string => name(text('organisationId'));
  const what = (): string => fieldsTold(entry, name);
  const role = (): string | null => (text('role') ? roleName(text('role')) : null);
  const whose = (): string | null => party('organisationId');
  const count = (key: string): number => (typeof details[key] === 'number' ? details[key] : 0);
  const sentences: Readonly<Record<TellingAct, () => string>> = {
    CREATE_CONSORTIUM: () => words.created(by, text('title')),
    CHANGE_CONSORTIUM: () => words.changed(by, what()),
    ADD_MEMBER: () => words.memberAdded(by, member(), text('role') === 'LEADER'),
    CHANGE_MEMBER: () => words.memberChanged(by, member(), what()),
    LEAVE_CONSORTIUM: () => words.memberLeft(member(), party('heirOrganisationId')),
    APPOINT_LEADER: () => words.leaderAppointed(by, member(), formerLeader(entry, name)),
    CHANGE_BUDGET: () => budgetSentence(entry, by, name),
    DRAFT_DOCUMENT: () => words.documentDrafted(by, text('kind'), party('organisationId')),
    CHANGE_DOCUMENT: () => words.documentChanged(by, text('kind'), what()),
    ISSUE_DOCUMENT: () => words.documentIssued(by, text('kind'), text('number')),
    CREATE_CALL: () => words.callCreated(by, text('copyOf') !== ''),
    PUBLISH_CALL: () => words.callPublished(by, text('number')),
    PUBLISH_ANNEX: () => words.annexPublished(by, text('number'), count('edition')),
    EXTEND_CALL: () =>
      words.callExtended(by, text('number'), text('deadlineAt') && formatInstantPl(text('deadlineAt'))),
    ANNUL_CALL: () => words.callAnnulled(by, text('number')),
    ANSWER_QUESTION: () => words.questionAnswered(by, details['corrected'] === true),
    RECORD_OUTAGE: () => words.outageRecorded(text('corrects') !== ''),
    CONFIRM_OFFER: () => words.offerConfirmed(by, text('capacity') === 'TREASURER'),
    SUBMIT_OFFER: () => words.offerSubmitted(by, text('number'), text('replaces'), count('lateMs') > 0),
    AMEND_OFFER: () => words.offerAmended(by, text('number')),
    ABANDON_AMENDMENT: () => words.amendmentAbandoned(by, text('number')),
    WITHDRAW_OFFER: () => words.offerWithdrawn(by, text('number')),
    ADMIT_OFFER: () => words.offerAdmitted(text('number')),
    OPEN_OFFERS: () => words.offersOpened(count('offers'), count('inTime'), count('late')),
    OPEN_LATE_OFFER: () => words.lateOfferOpened(text('number')),
    CORRECT_OFFER: () => words.correctionOpened(by, text('number')),
    HAND_IN_CORRECTION: () => words.correctionHandedIn(by, text('number'), text('replaces')),
    OPEN_CORRECTED_OFFER: () => words.correctionLookedAt(text('number')),
    DECIDE_FORMAL: () => words.formalDecided(text('state'), text('number'), text('dueOn')),
    ADD_ATTACHMENT: () => words.fileAdded(by),
    CHANGE_ATTACHMENT: () => words.fileDescribed(by),
    REMOVE_ATTACHMENT: () => words.fileRemoved(by),
    RESTORE_ATTACHMENT: () => words.fileRestored(by),
    ADD_CALL_ATTACHMENT: () => words.callFileAdded(by),
    CHANGE_CALL_ATTACHMENT: () => words.callFileDescribed(by),
    REMOVE_CALL_ATTACHMENT: () => words.callFileRemoved(by),
    RESTORE_CALL_ATTACHMENT: () => words.callFileRestored(by),
    HAND_IN_CARD: () => words.cardHandedIn(count('no')),
    CHANGE_SHEET: () =>
      text('form') === CARD_VERSION
        ? words.cardChanged(count('taken'))
        : words.sheetChanged(
            by,
            count('taken'),
            pathsTold(entry),
            count('setAside') - count('foreign'),
            count('foreign'),
          ),
    CREATE_OFFER: () => words.offerCreated(by, text('callNumber'), text('copyOf') !== ''),
    LEND_PART: () => words.partLent(by, count('members')),
    CREATE_ORGANISATION: () => words.organisationCreated(by),
    CHANGE_ORGANISATION: () => words.organisationChanged(by, what()),
    DENIED: () => (details['more'] === true ? words.deniedMore : words.denied(routeName(text('act')))),
    INVITE: () => words.invited(by, role(), whose(), text('state') === 'PROPOSED'),
    APPROVE_INVITATION: () => words.invitationApproved(by, role(), whose()),
    WITHDRAW_INVITATION: () => words.invitationWithdrawn(by, role(), whose()),
    ACCEPT_INVITATION: () => words.invitationAccepted(role(), whose()),
    REVOKE_ROLE: () => words.roleRevoked(by, role(), whose()),
    CHANGE_ACCOUNT: () => words.accountChanged(what()),
    END_SESSIONS: () => words.sessionsEnded(count('count')),
    MAKE_RECOVERY_CODES: () => words.recoveryCodesMade(count('count')),
    USE_RECOVERY_CODE: () => words.recoveryCodeUsed(count('left')),
    ACKNOWLEDGE_CLAUSE: () => words.clauseAcknowledged(text('version')),
    APPROVE_RETENTION: () => words.retentionApproved(count('removed')),
  };
  if (Object.hasOwn(sentences, act)) return sentences[act as TellingAct]();
  return isPlain(act) ? words.plain[act] : words.unknownAct;
}

/** Acts whose sentence never changes. */
type PlainAct = keyof typeof words.plain;
/** Every other one tells something of its details: an act that is in neither list does not compile. */
type TellingAct = Exclude<Act, PlainAct>;
const isPlain = (act: string): act is PlainAct => Object.hasOwn(words.plain, act);

/** Words for the roles of whom one acted for; null: none. */
export const roleNames = (roles: readonly string[]): string | null =>
  roles.length > 0 ? roles.map(roleName).join(', ') : null;

const roleName = (role: string): string =>
  Object.hasOwn(roleWords.name, role) ? roleWords.name[role as keyof typeof roleWords.name] : role;
const routeName = (act: string): string =>
  Object.hasOwn(routeWords, act) ? routeWords[act as keyof typeof routeWords].toLowerCase() : words.deniedUnknown;

/** The first changed fields, with what stood there before and after. */
function fieldsTold({ changes, changeCount, details }: Entry, name: (id: string) => string): string {
  const told = changes.slice(0, TOLD).map((change) => words.field(change.field, valuesOf(change, name)));
  if (told.length > 0) return words.list(told, changeCount - told.length);
  // Entries from before changes were kept name the fields only.
  const fields = Array.isArray(details['fields']) ? details['fields'].map(String) : [];
  return fields.map((field) => words.field(field, null)).join(', ');
}

/** The first changed fields of a sheet as its form calls them, each once; items by their kind alone. */
function pathsTold({ changes, details }: Entry): string[] {
  const form: SheetForm = details['form'] === OFFER_FORM.version ? OFFER_FORM : CALL_FORM;
  const empty = readSheet(form, {});
  return [...new Set(changes.map(({ field }) => nameOfPath(form, empty, field)))].slice(0, TOLD);
}

function formerLeader({ changes }: Entry, name: (id: string) => string): string | null {
  const former = changes[0]?.before;
  return typeof former === 'string' ? name(former) : null;
}

/** A few changes are told one by one, many are counted and the first told. */
function budgetSentence({ changes, changeCount, details }: Entry, by: string | null, name: (id: string) => string) {
  const count = (key: string): number => (typeof details[key] === 'number' ? details[key] : 0);
  const [added, changed, removed] = [count('added'), count('changed'), count('removed')];
  const total = formatZloty(count('totalGrosze'));
  const told = withoutFollowing(changes).map((change) => lineTold(change, name));
  const few = changeCount <= changes.length && told.length > 0 && told.length <= TOLD;
  const kinds = [added, changed, removed].filter((number) => number > 0).length;
  if (few && kinds === 1 && details['reordered'] !== true) {
    const sentence = added > 0 ? words.linesAdded : removed > 0 ? words.linesRemoved : words.linesChanged;
    return words.budgetTotal(sentence(by, told.join(', ')), total);
  }
  const examples = changed > 0 ? told.slice(0, 2).join(', ') : '';
  return words.budgetChanged(
    by,
    { added, changed, removed, reordered: details['reordered'] === true },
    examples,
    total,
  );
}

/** An amount follows its quantity and price: when one of them is told, it says nothing new. */
const withoutFollowing = (changes: readonly FieldChange[]): FieldChange[] =>
  changes.filter(
    ({ field, of }) =>
      field !== 'amountGrosze' ||
      !changes.some((other) => other.of?.id === of?.id && ['quantity', 'unitPriceGrosze'].includes(other.field)),
  );

function lineTold(change: FieldChange, name: (id: string) => string): string {
  const no = change.of?.no ?? '';
  if (change.field !== 'line') return words.lineField(change.field, no, valuesOf(change, name));
  const line = (change.after ?? change.before) as { amountGrosze?: unknown } | null;
  return words.line(no, formatZloty(typeof line?.amountGrosze === 'number' ? line.amountGrosze : 0));
}
