// Compares an exported offer with the receipt of its submission: Node, no packages, nothing of the portal's code.
//   node verify-receipt.mjs offer.json receipt.json
// Exit code 0: this is what was received; 1: it is not, and the fields that differ are named; 2: not such files.
//
// offer.json    {"format":"zit-offer/1","document":{…},"salt":"64 hex digits",…}
// receipt.json  {"number":"…","kind":"SUBMISSION","receivedAt":"…","sha256":"…","digests":{"path":"…"},"receiptSha256":"…",…}
//
// What must hold:
//   receiptSha256 = SHA-256 of the canonical JSON of the receipt without `receiptSha256` and `journalled`
//   sha256        = SHA-256 of the canonical JSON of the document
//   digests       = for each field: SHA-256 of ["salt","path",value] as canonical JSON
// Canonical JSON is RFC 8785: keys sorted by UTF-16 units, no spaces, numbers as ECMAScript writes them.
// A field's path: names joined by dots; an item of a list goes by its id, else by its place from 0; a list of items is
// a field of its own too, with the ids in order; a list of plain values is one field.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const isObject = (value) => typeof value === 'object' && value !== null;
const inOrder = (value) => Object.keys(value).sort((a, b) => (a < b ? -1 : 1));

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${inOrder(value)
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}

function* fields(value, path) {
  if (Array.isArray(value) && value.every(isObject)) {
    const keys = value.map((item, place) => (typeof item.id === 'string' ? item.id : String(place)));
    yield [path, canonical(keys)];
    for (const [place, item] of value.entries()) yield* fields(item, `${path}.${keys[place]}`);
  } else if (isObject(value) && !Array.isArray(value)) {
    for (const key of inOrder(value)) yield* fields(value[key], path === '' ? key : `${path}.${key}`);
  } else yield [path, canonical(value)];
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

function compare({ document, salt }, receipt) {
  const { receiptSha256, journalled: _, ...text } = receipt;
  const said = [];
  if (sha256(canonical(text)) !== receiptSha256) said.push('potwierdzenie zmieniono: nie pasuje do własnego skrótu');
  if (sha256(canonical(document)) === receipt.sha256) return said;
  const there = new Map(fields(document, ''));
  const digests = Object.entries(receipt.digests);
  const known = new Set(digests.map(([path]) => path));
  said.push('treść oferty jest inna niż złożona');
  for (const [path, digest] of digests)
    if (!there.has(path)) said.push(`brakuje pola: ${path}`);
    else if (sha256(`[${JSON.stringify(salt)},${JSON.stringify(path)},${there.get(path)}]`) !== digest)
      said.push(`inna treść pola: ${path}`);
  for (const path of there.keys()) if (!known.has(path)) said.push(`dodane pole: ${path}`);
  return said;
}

const [offerName, receiptName] = process.argv.slice(2);
const [offer, receipt] = [offerName, receiptName].map((name) => (name && existsSync(name) ? read(name) : null));
const readable =
  offer?.format === 'zit-offer/1' &&
  isObject(offer.document) &&
  typeof offer.salt === 'string' &&
  typeof receipt?.receiptSha256 === 'string' &&
  isObject(receipt.digests);
if (!readable) {
  console.error('Podaj plik oferty i potwierdzenie: node verify-receipt.mjs oferta.json potwierdzenie.json');
  process.exit(2);
}
const faults = compare(offer, receipt);
const about = `Potwierdzenie ${receipt.number}, chwila wpływu ${receipt.receivedAt}`;
console.log([faults.length > 0 ? `NIEZGODNE. ${about}` : `ZGODNE. ${about}`, ...faults].join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;
