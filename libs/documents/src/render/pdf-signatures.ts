import { documentWords } from '@zit/words.pl/documents';
import type { SignatureSlot } from '../model/model';
import type { Piece } from './pdf-blocks';
import { CONTENT_WIDTH, SIZE, type PdfNode } from './pdf-page';
import { textNode } from './pdf-text';
import type { Tagger, TagPath } from './tags';

const GAP = 28;
const HALF = (CONTENT_WIDTH - GAP) / 2;

/** Signature blocks two in a row; a row is never broken by a page. */
export function signaturesPieces(slots: readonly SignatureSlot[], tagger: Tagger, path: TagPath): Piece[] {
  const rows: Piece[] = [];
  for (let i = 0; i < slots.length; i += 2) {
    const pair = slots.slice(i, i + 2);
    const columns = pair.map((slot) => ({ width: HALF, stack: slotNodes(slot, tagger, path) }));
    const node = {
      columns: columns.length === 2 ? columns : [...columns, { width: HALF, text: '' }],
      columnGap: GAP,
      margin: [0, 18, 0, 0],
    };
    rows.push({ node, length: 400, introduces: false });
  }
  return rows;
}

function slotNodes(slot: SignatureSlot, tagger: Tagger, path: TagPath): PdfNode[] {
  const people =
    slot.signatories.length > 0 ? slot.signatories : [{ name: '', office: documentWords.signature.office }];
  const nodes = [textNode([{ text: slot.party, bold: true }], [...path, tagger.step('P')], { fontSize: 9.5 })];
  for (const { name, office } of people) nodes.push(...line([name, office].filter(Boolean).join(', '), tagger, path));
  if (slot.countersignature) nodes.push(...line(slot.countersignature, tagger, path));
  return nodes;
}

/** A line to sign on, and below it who signs. */
const line = (below: string, tagger: Tagger, path: TagPath): PdfNode[] => [
  {
    canvas: [
      { type: 'line', x1: 0, y1: 0, x2: 205, y2: 0, lineWidth: 0.6, lineColor: '#555', dash: { length: 1, space: 2 } },
    ],
    margin: [0, 38, 0, 2],
  },
  textNode([{ text: below }], [...path, tagger.step('P')], { fontSize: SIZE.small, color: '#333', lineHeight: 1.1 }),
];
