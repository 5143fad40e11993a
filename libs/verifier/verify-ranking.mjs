// Works a published ranking out again, from nothing but its file: no packages, no network, nothing of the portal's code.
//   node verify-ranking.mjs result.json [public-key]
// Exit code 0: it comes out the same; 1: it does not, and what differs is named; 2: no such file.
// The same file runs in a browser: import { verify } from './verify-ranking.mjs'; await verify(text, key).
//
// {"format":"zit-result/1","document":{…},"sha256":"…","digests":{"/cards/A/O1/K2":"…"},"signature":{…}|absent}
//   sha256     SHA-256 of the canonical JSON (RFC 8785) of the document
//   digests    for each value: the first 16 hex digits of SHA-256 of its path, a space and its canonical JSON; they only
//              serve to name what was changed
//   signature  Ed25519 over the UTF-8 bytes of "zit-result/1 " and sha256; key and value in base64
//
// How it is ranked (the document's `rules`):
//   a card counts unless its assessor is in conflict: with the offer (OFFER_ONLY) or with any (WHOLE_CALL)
//   points of an offer = mean over its counted cards of Σ weight × points / scale[1], as an exact fraction
//   fewer counted cards than the quorum: there is no ranking
//   below the threshold: no place; the others stand by points, equal ones by `ties` in their order: the higher mean of
//   a criterion, LOWER_ZIT the smaller amount, LOT the smaller SHA-256 of the seed, a space and the offer's name
//   the line is drawn at the first offer for which centres or money end: above it `selected`, under it `reserve`

const encode = (text) => new TextEncoder().encode(text);
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (text) => hex(await crypto.subtle.digest('SHA-256', encode(text)));
const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const isObject = (value) => typeof value === 'object' && value !== null;
const inOrder = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort(inOrder);
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

function* leaves(value, path = '') {
  const names = isObject(value) ? Object.keys(value) : [];
  if (names.length === 0) yield [path, value];
  for (const name of names) yield* leaves(value[name], `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

// Fractions: [numerator, denominator], whole and exact.
const compare = ([a, b], [c, d]) => inOrder(a * d, c * b);
const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));
function fractionText([num, den]) {
  const by = gcd(num, den) || 1n;
  return den === by ? `${num / by}` : `${num / by}/${den / by}`;
}
function decimal(text) {
  const [whole, part = ''] = String(text).split('.');
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
}
const withComma = (hundredths) => `${hundredths / 100n},${`${hundredths % 100n}`.padStart(2, '0')}`;

const reaches = (score, { threshold, thresholdInclusive }) => {
  const order = compare(score, decimal(threshold));
  return order > 0 || (order === 0 && thresholdInclusive);
};

/** Rounded half up; what fails is never shown as if it passed. */
function shown(score, rules) {
  const [num, den] = score;
  const rounded = (2n * num * 100n + den) / (2n * den);
  if (!reaches(score, rules) && reaches([rounded, 100n], rules)) return `${withComma((num * 100n) / den)}…`;
  return withComma(rounded);
}

/** Every offer that is scored, with its points and what its ties are broken by. */
async function contenders({ rules, offers, cards, conflicts, lot }) {
  const whole = rules.conflictPolicy === 'WHOLE_CALL';
  const silent = (assessor, offer) =>
    conflicts.some((conflict) => conflict.assessor === assessor && (whole || conflict.offer === offer));
  const found = [];
  for (const [offer, { zitGrosze, rejected }] of Object.entries(offers)) {
    if (rejected) continue;
    const counted = Object.entries(cards[offer] ?? {}).filter(([assessor]) => !silent(assessor, offer));
    const sumOf = (code) => counted.reduce((sum, [, points]) => sum + BigInt(points[code]), 0n);
    const weighed = rules.criteria.reduce((sum, { code, weight }) => sum + BigInt(weight) * sumOf(code), 0n);
    const ticket = lot === null ? '' : await sha256(`${lot.seed} ${offer}`);
    const score = [weighed, BigInt(rules.scale[1] * counted.length)];
    found.push({ offer, counted: counted.length, score, zit: BigInt(zitGrosze), ticket, sumOf });
  }
  return found;
}

/** The first rule that parts two offers of equal points, and how; null: none does. */
function parted(rules, a, b) {
  for (const by of rules.ties) {
    const sums = () => [a, b].map((one) => [one.sumOf(by), BigInt(one.counted)]);
    const order =
      by === 'LOWER_ZIT'
        ? inOrder(a.zit, b.zit)
        : by === 'LOT'
          ? inOrder(a.ticket, b.ticket)
          : compare(...sums().reverse());
    if (order !== 0) return { by, order };
  }
  return null;
}

/** The ranking as it has to be: rows in order, or why there is none. */
async function rank(document) {
  const { rules, offers } = document;
  const all = await contenders(document);
  const few = all.filter(({ counted }) => counted < Math.max(1, rules.quorum));
  if (few.length > 0)
    return { none: `za mało ocen (kworum ${rules.quorum}): ${few.map(({ offer }) => offer).join(', ')}` };
  const order = (a, b) => compare(b.score, a.score) || (parted(rules, a, b)?.order ?? 0) || inOrder(a.offer, b.offer);
  const sorted = all.sort(order);
  const over = sorted.filter(({ score }) => reaches(score, rules));
  const rows = [];
  let spent = 0n;
  let open = true;
  for (const [at, one] of over.entries()) {
    const equal = [over[at + 1], over[at - 1]].find((other) => other && compare(other.score, one.score) === 0);
    const decided = equal && parted(rules, one, equal);
    if (equal && !decided) return { none: `nierozstrzygnięty remis: ${one.offer} i ${equal.offer}` };
    spent += one.zit;
    open &&= at !== rules.centres && (rules.moneyGrosze === null || spent <= BigInt(rules.moneyGrosze));
    rows.push({
      ...row(one, rules),
      place: at + 1,
      status: open ? 'selected' : 'reserve',
      decidedBy: decided?.by ?? null,
    });
  }
  for (const one of sorted.slice(over.length)) rows.push({ ...row(one, rules), status: 'below-threshold' });
  const rejected = Object.keys(offers).filter((offer) => offers[offer].rejected);
  for (const offer of rejected.sort(inOrder)) rows.push({ ...NOTHING, offer, status: 'rejected' });
  return { rows };
}

const NOTHING = { score: null, shown: null, place: null, decidedBy: null };
const row = ({ offer, score }, rules) => ({
  ...NOTHING,
  offer,
  score: fractionText(score),
  shown: shown(score, rules),
});

/** Ed25519 by the key in the file; when a key is given, by that one and no other. */
async function signatureFault({ sha256: hash, signature }, key) {
  if (!signature) return key ? 'plik nie jest podpisany' : null;
  if (key && key.trim() !== signature.key) return 'podpisano innym kluczem niż podany';
  try {
    const imported = await crypto.subtle.importKey('spki', bytesOf(signature.key), 'Ed25519', false, ['verify']);
    const holds = await crypto.subtle.verify(
      'Ed25519',
      imported,
      bytesOf(signature.value),
      encode(`zit-result/1 ${hash}`),
    );
    return holds ? null : 'podpis nie pasuje do treści';
  } catch {
    return 'podpisu nie da się sprawdzić w tym programie';
  }
}

/** Values that differ from their digests, were added or are gone. */
async function* changes({ document, digests }) {
  const there = new Set();
  for (const [path, value] of leaves(document)) {
    there.add(path);
    const digest = (await sha256(`${path} ${canonical(value)}`)).slice(0, 16);
    if (digests[path] === undefined) yield `dodano: ${path} = ${canonical(value)}`;
    else if (digests[path] !== digest) yield `zmieniono: ${path}, jest ${canonical(value)}`;
  }
  for (const path of Object.keys(digests)) if (!there.has(path)) yield `usunięto: ${path}`;
}

/** A lot that was drawn before witnesses: the portal's half was promised, and both halves make the seed. */
async function* lotFaults({ lot }) {
  if (lot?.commitment === undefined) return;
  if ((await sha256(lot.portalHalf)) !== lot.commitment) yield 'losowanie: połowa portalu jest inna niż zapowiedziana';
  if ((await sha256(`${lot.portalHalf} ${lot.witnessHalf}`)) !== lot.seed)
    yield 'losowanie: ziarno nie wynika z połówek';
}

/** Rows of the file that do not come out so. */
async function* wrongRows(document) {
  let ranked;
  try {
    ranked = await rank(document);
  } catch {
    return yield 'z takich kart i zasad nie da się policzyć rankingu';
  }
  if (ranked.none) return yield `z tych kart nie wynika żaden ranking: ${ranked.none}`;
  for (let at = 0; at < Math.max(ranked.rows.length, document.ranking.length); at++) {
    const [right, given] = [ranked.rows[at], document.ranking[at]];
    for (const name of ['offer', 'score', 'shown', 'place', 'status', 'decidedBy'])
      if ((right?.[name] ?? null) !== (given?.[name] ?? null))
        yield `wiersz ${at + 1}, ${name}: w pliku ${canonical(given?.[name] ?? null)}, z kart wynika ${canonical(right?.[name] ?? null)}`;
  }
}

const isResult = (file) =>
  file?.format === 'zit-result/1' && isObject(file.digests) && isObject(file.document) &&
  ['rules', 'offers', 'cards', 'conflicts', 'ranking'].every((name) => isObject(file.document[name])); // prettier-ignore

/** @returns {Promise<{ ok: boolean, readable: boolean, faults: string[], ranking: object[] }>} */
export async function verify(text, key = null) {
  let file = null;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // Said below, as of any other file.
  }
  if (!isResult(file))
    return { ok: false, readable: false, faults: ['To nie jest plik wyniku zit-result/1.'], ranking: [] };
  const faults = [];
  if ((await sha256(canonical(file.document))) !== file.sha256) {
    faults.push('treść pliku jest inna niż ogłoszona');
    for await (const change of changes(file)) faults.push(change);
  }
  const signed = await signatureFault(file, key);
  if (signed) faults.push(signed);
  for await (const fault of lotFaults(file.document)) faults.push(fault);
  for await (const fault of wrongRows(file.document)) faults.push(fault);
  return { ok: faults.length === 0, readable: true, faults, ranking: file.document.ranking };
}

/** What the command line prints. */
export function report({ ok, readable, faults, ranking }) {
  if (!readable) return faults.join('\n');
  const rows = ranking.map(
    ({ offer, place, shown: points, status }) => `  ${place ?? '–'}. ${offer} ${points ?? ''} ${status}`,
  );
  return [ok ? 'ZGODNE. Ranking wynika z kart i zasad:' : 'NIEZGODNE.', ...(ok ? rows : faults)].join('\n');
}

if (typeof process !== 'undefined' && process.argv?.[1]?.endsWith('verify-ranking.mjs')) {
  const { readFileSync } = await import('node:fs');
  const [, , name, key] = process.argv;
  let text = '';
  try {
    text = readFileSync(name ?? '', 'utf8');
  } catch {
    // Said by the report: it is no file of a result.
  }
  const result = await verify(text, key);
  process.stdout.write(`${report(result)}\n`);
  process.exitCode = result.ok ? 0 : result.readable ? 1 : 2;
}
