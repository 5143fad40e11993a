import type { OfferFile, OfferReceipt } from '@zit/contracts';
import { verifyWords } from '@zit/words.pl/offer-receipt';

/** Nothing that this portal exports comes near it; a browser does not survive much more. */
const LARGEST_BYTES = 50_000_000;

export type ChosenFile =
  { is: 'offer'; name: string; offer: OfferFile } | { is: 'receipt'; name: string; receipt: OfferReceipt };

/** Reads a file in this browser and finds out by its contents what it is; a sentence when it is neither. */
export async function readChosen(file: File): Promise<ChosenFile | { is: 'fault'; text: string }> {
  const { name } = file;
  if (file.size > LARGEST_BYTES) return { is: 'fault', text: verifyWords.tooLarge(name) };
  const read = parsed((await file.text()).replace(/^\ufeff/, ''));
  if (!isObject(read)) return { is: 'fault', text: verifyWords.notJson(name) };
  if (isOffer(read)) return { is: 'offer', name, offer: read as unknown as OfferFile };
  if (isReceipt(read)) return { is: 'receipt', name, receipt: read as unknown as OfferReceipt };
  return { is: 'fault', text: verifyWords.neither(name) };
}

type Read = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Read =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOffer = ({ format, document, salt }: Read): boolean =>
  format === 'zit-offer/1' &&
  typeof salt === 'string' &&
  isObject(document) &&
  isObject(document['contents']) &&
  ['members', 'attachments', 'papers'].every((list) => Array.isArray(document[list]));

const isReceipt = ({ number, receiptSha256, sha256, digests, receivedAt }: Read): boolean =>
  [number, receiptSha256, sha256].every((text) => typeof text === 'string') &&
  isObject(digests) &&
  Object.values(digests).every((digest) => typeof digest === 'string') &&
  typeof receivedAt === 'string' &&
  Number.isFinite(Date.parse(receivedAt));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
