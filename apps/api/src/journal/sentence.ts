import { formatZloty } from '@zit/domain';
import { historyWords } from '@zit/words.pl/history';

/** An entry of the journal as it was read back: nothing in it is taken for granted. */
export interface Entry {
  act: string;
  details: Record<string, unknown>;
}

/** The Polish sentence of an entry; `name` gives the name of an organisation. */
export function sentenceOf({ act, details }: Entry, name: (organisationId: string) => string): string {
  const text = (key: string): string => (typeof details[key] === 'string' ? details[key] : '');
  const count = (key: string): number => (typeof details[key] === 'number' ? details[key] : 0);
  const party = (key: string): string | null => (text(key) ? name(text(key)) : null);
  const member = (): string => name(text('organisationId'));
  const fields = (): string[] => (Array.isArray(details['fields']) ? details['fields'].map(String) : []);
  const sentences: Record<string, () => string> = {
    CREATE_CONSORTIUM: () => historyWords.created(text('title')),
    CHANGE_CONSORTIUM: () => historyWords.changed(fields()),
    ADD_MEMBER: () => historyWords.memberAdded(member(), text('role') === 'LEADER'),
    CHANGE_MEMBER: () => historyWords.memberChanged(member(), fields()),
    LEAVE_CONSORTIUM: () => historyWords.memberLeft(member(), party('heirOrganisationId')),
    APPOINT_LEADER: () => historyWords.leaderAppointed(member()),
    CHANGE_BUDGET: () =>
      historyWords.budgetChanged(
        {
          added: count('added'),
          changed: count('changed'),
          removed: count('removed'),
          reordered: details['reordered'] === true,
        },
        formatZloty(count('totalGrosze')),
      ),
    DRAFT_DOCUMENT: () => historyWords.documentDrafted(text('kind'), party('organisationId')),
    CHANGE_DOCUMENT: () => historyWords.documentChanged(text('kind'), fields()),
    ISSUE_DOCUMENT: () => historyWords.documentIssued(text('kind'), text('number')),
  };
  return sentences[act]?.() ?? historyWords.unknownAct;
}
