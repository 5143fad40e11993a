// sqlmap, which nobody here wrote, against every address that takes a question, asked by a signed-in administrator.
// It is Debian's package (apt-get install sqlmap). Level 1 and risk 1; with --full level 3 and risk 2, for an hour.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMachine, table } from './figures';
import { openPortal, type BenchPortal } from './portal';

const full = process.argv.includes('--full');
const [level, risk] = full ? ['3', '2'] : ['1', '1'];
const installed = spawnSync('sqlmap', ['--version'], { encoding: 'utf8' });

/** What sqlmap says when a parameter lets it in; anything else is a parameter that it tried in vain. */
const FINDING = /^Parameter: .*$/gm;
const REQUEST = /^HTTP request \[#\d+\]:/gm;
/** What PostgreSQL writes when a statement was not one: the injection that sqlmap may have overlooked. */
const BROKEN = /ERROR: .*(syntax error|unterminated|operator does not exist|invalid input syntax)/g;

/** Reads that are asked by a body, because a person's name may stand in it. */
const BY_BODY: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/people/search': ['search', 'limit', 'after'],
  '/api/v1/organisations/duplicates': ['name', 'nip', 'regon', 'krs', 'exceptId'],
};

interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
}

if (installed.status === 0) await attack();
else {
  console.log('sqlmap is not installed (Debian: apt-get install sqlmap): nothing was tried');
  process.exitCode = 1;
}

async function attack(): Promise<void> {
  const portal = await openPortal('administrator@zit.example');
  const folder = mkdtempSync(join(tmpdir(), 'zit-sqlmap-'));
  const rows: string[][] = [];
  let found = 0;
  for (const target of await targets(portal)) {
    const said = await sqlmap(target, portal, folder);
    found += said.findings.length;
    rows.push([target.name, String(said.parameters), String(said.requests), String(said.findings.length)]);
    for (const finding of said.findings) console.log(`${target.name}: ${finding}`);
  }
  const broken = readFileSync(portal.databaseLog, 'utf8').match(BROKEN) ?? [];
  console.log(`${describeMachine()}\nsqlmap ${installed.stdout.trim()}, level ${level}, risk ${risk}\n`);
  console.log(table([['address', 'parameters', 'requests', 'findings'], ...rows]));
  const requests = rows.reduce((sum, row) => sum + Number(row[2]), 0);
  console.log(`\n${requests} requests, ${found} findings, ${broken.length} statements that PostgreSQL could not read`);
  // Every target has to have been tried: a run that sent next to nothing proves nothing.
  const idle = rows.filter((row) => Number(row[2]) < 20).map(([name]) => name);
  if (idle.length > 0) console.log(`not really tried: ${idle.join(', ')}`);
  process.exitCode = found + broken.length + idle.length > 0 ? 1 : 0;
  rmSync(folder, { recursive: true });
  await portal.stop();
}

interface Target {
  name: string;
  url: string;
  /** JSON, when it is asked by a body. */
  body?: string;
}

/**
 * Every GET of the API's own description that takes a query, or the id of something that has one, and reads by a body.
 */
async function targets(portal: BenchPortal): Promise<Target[]> {
  const description = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as {
    paths: Record<string, { get?: { parameters?: Parameter[] } }>;
  };
  const ids = await knownIds(portal);
  const byBody = Object.entries(BY_BODY).map(([path, fields]) => ({
    name: path,
    url: portal.origin + path,
    body: JSON.stringify(
      Object.fromEntries(fields.map((field) => [field, field === 'limit' ? 5 : valueOf(field, path, ids)])),
    ),
  }));
  const byAddress = Object.entries(description.paths).flatMap(([path, { get }]) => {
    if (!get) return [];
    const asked = (get.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
    const thing = /^\/api\/v1\/(consortia|organisations|documents|mailbox)\/\{id\}/.exec(path)?.[1];
    if (asked.length === 0 && !thing) return [];
    const values = new URLSearchParams(asked.map((name) => [name, valueOf(name, path, ids)]));
    // Only the last of the path's own parts is tried; sqlmap marks it with an asterisk.
    const place = path.replace('{id}', `${ids[thing ?? '']}${asked.length === 0 ? '*' : ''}`);
    return [{ name: path, url: `${portal.origin}${place}${asked.length > 0 ? `?${values}` : ''}` }];
  });
  return [...byBody, ...byAddress];
}

/** A right value for each question, so that what sqlmap adds to it gets as far as it can. */
function valueOf(name: string, path: string, ids: Record<string, string>): string {
  const value = {
    search: 'sopot',
    name: 'Stowarzyszenie Kompas',
    limit: '5',
    sector: 'NGO',
    teryt: '2264011',
    mine: 'false',
    denied: 'false',
    act: 'createOrganisation',
    nip: '9990000014',
    regon: '000000000',
    krs: '0000000000',
    exceptId: ids['organisations'],
    personId: ids['people'],
    subjectId: ids['consortia'],
    after: ids[`after ${path.replace('{id}', ids[path.includes('consortia') ? 'consortia' : 'organisations'] ?? '')}`],
  }[name];
  if (value === undefined) throw new Error(`no value for the question ${name} of ${path}`);
  return value;
}

/** Something of each kind, and the cursor of each list that has a second page. */
async function knownIds(portal: BenchPortal): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const list = async (path: string, key?: string, body?: object): Promise<void> => {
    const method = body ? 'POST' : 'GET';
    const page = await portal.ask<{ items: { id: string }[]; next?: string | null }>(method, path, body);
    const [first] = page.items;
    if (key && first) ids[key] = first.id;
    ids[`after /api/v1${path.split('?')[0]}`] = page.next ?? '';
  };
  await list('/people/search', 'people', { limit: 1 });
  for (const kind of ['organisations', 'consortia']) await list(`/${kind}?limit=1`, kind);
  await list(`/consortia/${ids['consortia']}/documents`, 'documents');
  await list(`/consortia/${ids['consortia']}/history?limit=1`);
  await list(`/organisations/${ids['organisations']}/history?limit=1`);
  await list('/journal?limit=1');
  await fetch(`${portal.origin}/api/v1/password-resets`, {
    method: 'POST',
    headers: { origin: portal.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'audytor@zit.example' }),
  });
  await list('/mailbox', 'mailbox');
  return ids;
}

async function sqlmap(
  { url, body }: Target,
  { cookie, origin }: BenchPortal,
  folder: string,
): Promise<{ parameters: number; requests: number; findings: string[] }> {
  const traffic = join(folder, 'traffic.txt');
  const options = ['--batch', '--flush-session', '--drop-set-cookie', '--disable-coloring', '--dbms=PostgreSQL'];
  // A session cookie that is changed is none: what stands in the address is what is tried, as who is signed in.
  const tried = ['--level', level ?? '', '--risk', risk ?? '', '--skip=Cookie', '--ignore-code=400,404', '--threads=2'];
  const bodied = body ? ['--data', body, '--headers', `Origin: ${origin}\nContent-Type: application/json`] : [];
  const child = spawn(
    'sqlmap',
    ['-u', url, '--cookie', cookie, ...bodied, ...options, ...tried, '-t', traffic, '--output-dir', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((done) => child.once('close', done));
  const requests = readFileSync(traffic, 'utf8').match(REQUEST)?.length ?? 0;
  const parameters = new Set(said.match(/parameter '[^']+' does not seem to be injectable/g)).size;
  return { parameters, requests, findings: said.match(FINDING) ?? [] };
}
