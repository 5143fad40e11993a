// Checks an exported journal of the portal on its own: Node, no packages, nothing of the portal's code.
//   node verify-journal.mjs export.jsonl [hash of a seal that you keep, e.g. from a printed document]
// Exit code 0: everything fits; 1: something was changed, and the first wrong place is named; 2: no such file.
//
// The file has one JSON object per line:
//   {"format":"zit-journal/1"}
//   {"batch":1,"position":1,"seq":1,"leaf":"…","entry":{…}}   entries of batch 1, in their order, then
//   {"seal":{"batch":1,"count":…,"merkleRoot":"…","previousHash":"…","sealedAt":"…","hash":"…"}}
//   … the next batches …
//   {"batch":null,"entry":{…}}                                entries that were not sealed yet
//
// What must hold:
//   leaf         = SHA-256 of the entry's text, exactly as it stands between `"entry":` and the line's last brace
//   merkleRoot   = leaves hashed in pairs (the text of both together), level by level; an odd one moves up
//   previousHash = hash of the seal before (of the first: 64 zeros)
//   hash         = SHA-256 of {"batch":…,"count":…,"merkleRoot":"…","previousHash":"…","sealedAt":"…"}
//   time         = an entry is younger than an hour before every seal ahead that left nothing waiting (count < 10000)
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

const HOUR = 3_600_000;
const FULL = 10_000;
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

class Wrong extends Error {}

async function verify(file, kept) {
  let number = 0; // of the line
  let sealed = 0; // entries
  let loose = 0;
  let last = { batch: 0, hash: '0'.repeat(64) };
  let earliest = -Infinity; // older entries may not come any more
  let met = !kept;
  let leaves = [];
  let before = 0; // seq of the entry before, within the batch
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    let row;
    try {
      row = JSON.parse(line);
    } catch {
      throw new Wrong(`wiersz ${number}: nie jest zapisem JSON`);
    }
    if (number === 1 && row.format === 'zit-journal/1') continue;
    if (row.seal) {
      const { batch, count, merkleRoot, previousHash, sealedAt, hash } = row.seal;
      const at = `partia ${batch}`;
      if (batch !== last.batch + 1) throw new Wrong(`partia ${last.batch + 1}: brakuje pieczęci`);
      if (leaves.length !== count) throw new Wrong(`${at}: wpisów jest ${leaves.length}, a powinno być ${count}`);
      if (rootOf(leaves) !== merkleRoot) throw new Wrong(`${at}: wpisy nie pasują do pieczęci`);
      if (previousHash !== last.hash) throw new Wrong(`${at}: pieczęć nie łączy się z poprzednią`);
      const said = JSON.stringify({ batch, count, merkleRoot, previousHash, sealedAt });
      if (sha256(said) !== hash || !Date.parse(sealedAt)) throw new Wrong(`${at}: pieczęć ma zły skrót`);
      last = { batch, hash };
      sealed += count;
      met ||= hash === kept;
      if (count < FULL) earliest = Math.max(earliest, Date.parse(sealedAt) - HOUR);
      leaves = [];
      before = 0;
    } else if (row.batch === null && row.entry) {
      if (leaves.length > 0) throw new Wrong(`partia ${last.batch + 1}: brakuje pieczęci`);
      if (Date.parse(row.entry.at) < earliest) throw new Wrong(`wpis ${row.entry.seq}: stary, a bez pieczęci`);
      loose += 1;
    } else if (typeof row.leaf === 'string') {
      const at = `partia ${row.batch}, wpis ${row.seq}`;
      if (row.batch !== last.batch + 1) throw new Wrong(`partia ${last.batch + 1}: brakuje pieczęci`);
      if (row.position !== leaves.length + 1 || row.seq <= before) throw new Wrong(`${at}: nie na swoim miejscu`);
      if (!row.entry) throw new Wrong(`${at}: brakuje wpisu`);
      const text = line.slice(line.indexOf('"entry":') + '"entry":'.length, -1);
      if (sha256(text) !== row.leaf || row.entry.seq !== row.seq) throw new Wrong(`${at}: wpis zmieniono`);
      if (Date.parse(row.entry.at) < earliest) throw new Wrong(`${at}: wpis pojawił się zbyt późno`);
      leaves.push(row.leaf);
      before = row.seq;
    } else throw new Wrong(`wiersz ${number}: nie wiadomo, co to jest`);
  }
  if (number === 0) throw new Wrong('plik jest pusty');
  if (leaves.length > 0) throw new Wrong(`partia ${last.batch + 1}: brakuje pieczęci`);
  if (!met) throw new Wrong(`w dzienniku nie ma pieczęci ${kept}`);
  return `wpisów pod pieczęciami: ${sealed}, pieczęci: ${last.batch}, bez pieczęci: ${loose}, ostatnia: ${last.hash}`;
}

function rootOf(level) {
  while (level.length > 1)
    level = level.flatMap((left, i) => (i % 2 ? [] : i + 1 < level.length ? sha256(left + level[i + 1]) : left));
  return level[0];
}

const [file, kept] = process.argv.slice(2).filter((word) => word !== '--expect');
if (!file || !existsSync(file)) {
  console.error('Podaj plik z dziennikiem: node verify-journal.mjs export.jsonl [skrót pieczęci]');
  process.exit(2);
}
const said = await verify(file, kept).catch((error) => {
  if (!(error instanceof Wrong)) throw error;
  process.exitCode = 1;
  return error.message;
});
console.log(process.exitCode === 1 ? `Dziennik naruszono. ${said}` : `Dziennik jest nienaruszony. ${said}`);
