import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Problem } from '@zit/contracts';
import { bodyOf, type Role } from '@zit/domain';
import { cloneDatabase, type Prepared, type TestDatabase } from '@zit/test-database';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { createPortal, type Listeners } from '../src/http/portal';
import { readSettings, type Settings } from '../src/http/settings';
import { newToken, sha256 } from '../src/session/token';
import { expectContract } from './answer-shape';
import { QueryCounter } from './query-counter';

export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

/** Somebody with a browser: their cookie, and what browsers send along. */
export interface Caller {
  personId: string;
  /** Of the session's cookie; null: nobody signed in. */
  token: string | null;
  get<Body = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<Body>>;
  post<Body = unknown>(path: string, body?: unknown): Promise<Answer<Body>>;
  patch<Body = unknown>(path: string, body: unknown): Promise<Answer<Body>>;
  put<Body = unknown>(path: string, body: unknown): Promise<Answer<Body>>;
  del<Body = unknown>(path: string): Promise<Answer<Body>>;
}

export interface Someone {
  role: Role;
  organisationId?: string | null;
  teryt?: string | null;
  name?: string;
}

/** A portal of its own for one test file: a cloned database, real HTTP on a free port. */
export interface TestPortal {
  url: string;
  app: NestFastifyApplication;
  dataSource: DataSource;
  /** Nobody signed in. */
  stranger: Caller;
  /** A new person with this role, signed in without a password. */
  as(someone: Someone): Promise<Caller>;
  /** Number of statements that the work sends to the database. */
  countQueries(work: () => Promise<unknown>): Promise<number>;
  stop(): Promise<void>;
}

interface More {
  settings?: Partial<Settings>;
  prepared?: Prepared;
  log?: Logger;
  places?: Listeners['places'];
}

export const startPortal = async (more: More = {}): Promise<TestPortal> =>
  portalOn(await cloneDatabase(more.prepared), more);

/** The same on a database that is there already. */
export async function portalOn(database: TestDatabase, more: More = {}): Promise<TestPortal> {
  const settings = {
    ...readSettings({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', SECRET_KEY: randomUUID() }),
    ...more.settings,
  };
  const counter = new QueryCounter();
  const app = await createPortal(settings, { queries: counter, log: more.log, places: more.places });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const dataSource = app.get(DataSource);
  return {
    url,
    app,
    dataSource,
    stranger: caller(url, '', null),
    as: (someone) => signedIn(dataSource, url, someone),
    countQueries: (work) => counter.during(work),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

async function signedIn(dataSource: DataSource, url: string, someone: Someone): Promise<Caller> {
  const [person] = await dataSource.query<{ id: string }[]>(
    `insert into person (name, email, password_hash) values ($1, $2, 'no password') returning id`,
    [someone.name ?? 'Osoba z testu', `${randomUUID()}@example.test`],
  );
  const personId = person?.id ?? '';
  const { role, organisationId = null, teryt = null } = someone;
  await dataSource.query('insert into role_grant (person_id, role, organisation_id, teryt) values ($1, $2, $3, $4)', [
    personId,
    role,
    organisationId,
    teryt,
  ]);
  const token = newToken();
  await dataSource.query(
    'insert into session (token_sha256, person_id, acting_for, acting_body) values ($1, $2, $3, $4)',
    [sha256(token), personId, organisationId, organisationId === null ? bodyOf(role) : null],
  );
  return caller(url, personId, token);
}

/** A caller with a session token; null: without a cookie. */
export function caller(url: string, personId: string, token: string | null): Caller {
  const ask = async <Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...(token === null ? {} : { Cookie: `zit=${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
    const parsed: unknown = isJson ? JSON.parse(text) : text;
    if (isJson) expectContract(method, path, answer.status, parsed);
    return { status: answer.status, body: parsed as Body, headers: answer.headers };
  };
  return {
    personId,
    token,
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, body) => ask('POST', path, body),
    patch: (path, body) => ask('PATCH', path, body),
    put: (path, body) => ask('PUT', path, body),
    del: (path) => ask('DELETE', path),
  };
}

/** A refusal as the tests like to read it. */
export const refusal = ({ status, body }: Answer<unknown>): { status: number; code: string } => ({
  status,
  code: (body as Problem).code,
});
