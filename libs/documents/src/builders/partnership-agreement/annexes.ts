import type { DocumentFacts } from '@zit/domain';
import type { Block } from '../../model/model';
import { list, paragraph, text } from '../../model/rich-text';
import { inOrder } from '../party';
import { budgetTable } from '../tables';

/** Annex 1: all lines of the budget on pages of their own; the agreement itself speaks in sums. */
export function annexes(facts: DocumentFacts): Block[] {
  const { consortium } = facts;
  if (!consortium.lines || consortium.lines.length === 0) return [];
  return [
    { kind: 'pageBreak' },
    paragraph('Załącznik nr 1 do umowy o partnerstwie', 'end'),
    { kind: 'heading', level: 2, text: text('Budżet – pozycje kosztów') },
    paragraph('Strony w tabeli są oznaczone numerami:'),
    list(
      '1.',
      inOrder(consortium.members).map((member) => text(member.name)),
    ),
    budgetTable(consortium),
  ];
}
