import type { DocumentFacts } from '@zit/domain';
import type { Block } from '../../model/model';
import { list, text } from '../../model/rich-text';
import { budgetedBy, sumsOf } from '../contribution';
import { onDay } from '../paper';
import { inOrder, signatureSlot, signatories } from '../party';

/** List of attachments and the signature blocks, with the treasurer's where a municipality gives money. */
export function signing(facts: DocumentFacts): Block[] {
  const { consortium } = facts;
  const sums = sumsOf(consortium);
  return [
    { kind: 'heading', level: 2, text: text('Załączniki') },
    list('1.', attachments(facts)),
    { kind: 'heading', level: 2, text: text('Podpisy Stron') },
    {
      kind: 'signatures',
      slots: inOrder(consortium.members).map((member) =>
        signatureSlot(member, facts.date, budgetedBy(member, consortium, sums)),
      ),
    },
  ];
}

function attachments(facts: DocumentFacts): string[] {
  const { consortium } = facts;
  const letter = consortium.letterOfIntentSignedOn;
  const proxies = consortium.members.some((member) => signatories(member, facts.date)?.how === 'PROXY');
  return [
    ...(consortium.lines ? ['Budżet – pozycje kosztów.'] : []),
    letter ? `List intencyjny z dnia ${onDay(letter)}` : 'List intencyjny.',
    'Odpisy z rejestrów i inne dokumenty potwierdzające sposób reprezentacji Stron.',
    proxies ? 'Pełnomocnictwa osób podpisujących umowę.' : 'Pełnomocnictwa (jeżeli zostały udzielone).',
    'Harmonogram realizacji zadań.',
    'Umowa w sprawie przetwarzania danych osobowych uczestników.',
  ];
}
