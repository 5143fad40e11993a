import { addDays, type DocumentKind, type LocalDate } from '@zit/domain';
import type { SampleConsortium } from '@zit/sample';
import type { DocumentService } from '../document/document.service';
import type { SignedIn } from '../http/signed-in';

/** Drafts that wait for whoever tries the demo: the letter of intent, and the agreement before the work begins. */
export async function draftPapers(
  documents: DocumentService,
  who: SignedIn,
  consortiumId: string,
  { letterOfIntentSignedOn, period }: Pick<SampleConsortium, 'letterOfIntentSignedOn' | 'period'>,
): Promise<void> {
  const papers: [DocumentKind, LocalDate][] = [
    ['LETTER_OF_INTENT', letterOfIntentSignedOn ?? period.from],
    // Ten days before the first day: time enough to sign.
    ['PARTNERSHIP_AGREEMENT', addDays(period.from, -10)],
  ];
  for (const [kind, date] of papers) {
    const { id, version } = await documents.draft(who, consortiumId, { kind, memberId: null });
    await documents.change(who, id, { version, changes: { date }, base: {} });
  }
}
