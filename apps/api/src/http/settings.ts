import { readFileSync } from 'node:fs';
import { readS3, type S3Settings } from '../files/s3-settings';
import { readProviders, type ProviderSettings } from './provider-settings';

export const SETTINGS = Symbol('SETTINGS');

/** All that can be set from outside, read once when the process starts. */
export interface Settings {
  databaseUrl: string;
  /** For migrations: past pgbouncer, straight to PostgreSQL. */
  databaseDirectUrl: string;
  poolSize: number;
  host: string;
  port: number;
  /** Folder of the built web; null: this process serves only the API. */
  webRoot: string | null;
  /** `demo` lists the demo logins. */
  mode: 'demo' | 'real';
  /** `inline`: this process does the worker's chores too. */
  worker: 'inline' | 'separate';
  /** Behind TLS: the cookie is `__Host-zit` and Secure. */
  secureCookie: boolean;
  /** Origin people see, e.g. `https://portal.example.pl`; null: the Host header decides. */
  publicOrigin: string | null;
  /** Addresses of the reverse proxy whose X-Forwarded-For is believed. */
  trustProxy: string[];
  logLevel: string;
  /** Who is let in first; null: nobody. Read by `migrate`, ignored once there is an administrator. */
  firstAdministrator: { name: string; email: string; password: string } | null;
  /** Seals the secrets of second factors at rest, at least 32 characters; null: not set, and `serve` does not begin. */
  secretKey: string | null;
  /** OpenID Connect providers people may sign in with. */
  providers: readonly ProviderSettings[];
  /** Server that takes the mails, e.g. `smtps://portal:password@mail.example.pl`; null: they wait. */
  smtpUrl: string | null;
  /** Whom mails come from, e.g. `Portal ZIT <portal@example.pl>`. */
  mailFrom: string | null;
  /** How long readiness is red before the server stops taking requests, in milliseconds. */
  drainMs: number;
  /** Folder for the last seal of each day, a file a day; null: they are published by the API only. */
  sealsDirectory: string | null;
  /** File to which every receipt of an offer is appended, best on another volume; null: receipts say that none has them. */
  receiptsFile: string | null;
  /** File of the Ed25519 key by which results are signed, made when it is not there; null: results are not signed. */
  resultKeyFile: string | null;
  /** Folder of attached files (of what waits, when they stand in a bucket); null: no file is taken. */
  filesDirectory: string | null;
  /** Bucket of an S3-compatible store for attached files; null: the folder keeps them. */
  filesS3: S3Settings | null;
  /** After so many days without a sign-in it is proposed to forget an account; null: as the register of periods says. */
  accountUnusedDays: number | null;
}

/** Every fault of the settings at once. */
export class SettingsFault extends Error {
  constructor(readonly faults: string[]) {
    super(`settings: ${faults.join('; ')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment; `NAME_FILE` names a file that holds the value of `NAME`.
 * @throws SettingsFault with every fault named
 */
export function readSettings(environment: Environment): Settings {
  const faults: string[] = [];
  const read = reader(environment, faults);
  const settings: Settings = {
    databaseUrl: read.url('DATABASE_URL'),
    databaseDirectUrl: read.text('DATABASE_DIRECT_URL') ?? read.text('DATABASE_URL') ?? '',
    // 10 connections serve two cores; more only queue inside PostgreSQL.
    poolSize: read.whole('POOL_SIZE', 10, 1, 100),
    host: read.text('HOST') ?? '127.0.0.1',
    port: read.whole('PORT', 4200, 0, 65_535),
    webRoot: read.text('WEB_ROOT'),
    mode: read.oneOf('PORTAL_MODE', ['real', 'demo']),
    worker: read.oneOf('PORTAL_WORKER', ['separate', 'inline']),
    secureCookie: read.oneOf('COOKIE_SECURE', ['false', 'true']) === 'true',
    publicOrigin: read.origin('PUBLIC_ORIGIN'),
    trustProxy: (read.text('TRUST_PROXY') ?? '').split(',').flatMap((address) => address.trim() || []),
    logLevel: read.oneOf('LOG_LEVEL', ['info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent']),
    firstAdministrator: firstAdministrator(read.text, faults),
    secretKey: secretKey(read.text, faults),
    providers: readProviders(read.text('OIDC_PROVIDERS'), faults),
    ...mailing(read.text, faults),
    drainMs: read.whole('DRAIN_MS', 0, 0, 8_000),
    sealsDirectory: read.text('SEALS_DIRECTORY'),
    receiptsFile: read.text('RECEIPTS_FILE'),
    resultKeyFile: read.text('RESULT_KEY_FILE'),
    filesDirectory: read.text('FILES_DIRECTORY'),
    filesS3: readS3(read.text, faults),
    accountUnusedDays: read.wholeOrNone('ACCOUNT_UNUSED_DAYS', 365, 3_650),
  };
  if (faults.length > 0) throw new SettingsFault(faults);
  return settings;
}

/** Long enough to stand alone, without a second factor. */
const SHORTEST_PASSWORD = 15;

/** The demo's secrets are public anyway: its codes are shown on the sign-in page. */
export const DEMO_SECRET_KEY = 'everybody may know the key of the demo';
const SHORTEST_SECRET_KEY = 32;

function secretKey(text: (name: string) => string | null, faults: string[]): string | null {
  const given = text('SECRET_KEY');
  if (given !== null && given.length < SHORTEST_SECRET_KEY)
    faults.push(`SECRET_KEY must have at least ${SHORTEST_SECRET_KEY} characters`);
  return given ?? (text('PORTAL_MODE') === 'demo' ? DEMO_SECRET_KEY : null);
}

function firstAdministrator(text: (name: string) => string | null, faults: string[]): Settings['firstAdministrator'] {
  const email = text('ADMINISTRATOR_EMAIL');
  const password = text('ADMINISTRATOR_PASSWORD');
  if (email === null && password === null) return null;
  if (!email?.includes('@')) faults.push('ADMINISTRATOR_EMAIL must be an e-mail address');
  if ((password ?? '').length < SHORTEST_PASSWORD)
    faults.push(`ADMINISTRATOR_PASSWORD must have at least ${SHORTEST_PASSWORD} characters`);
  return { name: text('ADMINISTRATOR_NAME') ?? 'Administrator', email: email ?? '', password: password ?? '' };
}

/** A server without a sender cannot send, and the other way round; the address of the links has to be known. */
function mailing(text: (name: string) => string | null, faults: string[]): Pick<Settings, 'smtpUrl' | 'mailFrom'> {
  const smtpUrl = text('SMTP_URL');
  const mailFrom = text('MAIL_FROM');
  if (smtpUrl !== null && !(/^smtps?:\/\/[^/]/.test(smtpUrl) && URL.canParse(smtpUrl)))
    faults.push('SMTP_URL must begin with smtp:// or smtps://');
  if (mailFrom !== null && !/^(?:[^<>@\p{Cc}]*<[^<>@\s]+@[\w.-]+>|[^<>@\s]+@[\w.-]+)$/u.test(mailFrom))
    faults.push('MAIL_FROM must be an address, e.g. Portal <portal@example.pl>');
  if ((smtpUrl === null) !== (mailFrom === null)) faults.push('SMTP_URL and MAIL_FROM need each other');
  if (smtpUrl !== null && text('PUBLIC_ORIGIN') === null) faults.push('SMTP_URL needs PUBLIC_ORIGIN for the links');
  return { smtpUrl, mailFrom };
}

function reader(environment: Environment, faults: string[]) {
  const text = (name: string): string | null => {
    const file = environment[`${name}_FILE`];
    if (file) return fileText(name, file, faults);
    return environment[name]?.trim() || null;
  };
  const whole = (name: string, usual: number, min: number, max: number): number => {
    const given = text(name);
    const value = given === null ? usual : Number(given);
    if (!Number.isInteger(value) || value < min || value > max)
      faults.push(`${name} must be a whole number from ${min} to ${max}, got "${given}"`);
    return value;
  };
  const wholeOrNone = (name: string, min: number, max: number): number | null =>
    text(name) === null ? null : whole(name, min, min, max);
  const oneOf = <Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice => {
    const given = text(name) ?? choices[0];
    const choice = choices.find((one) => one === given);
    if (!choice) faults.push(`${name} must be one of ${choices.join(', ')}, got "${given}"`);
    return choice ?? choices[0];
  };
  const url = (name: string): string => {
    const given = text(name);
    if (!given) faults.push(`${name} is missing`);
    else if (!/^postgres(ql)?:\/\//.test(given)) faults.push(`${name} must begin with postgres://`);
    return given ?? '';
  };
  const origin = (name: string): string | null => {
    const given = text(name);
    if (given === null) return null;
    if (URL.canParse(given) && new URL(given).origin === given) return given;
    faults.push(`${name} must be an origin without a path, e.g. https://portal.example.pl, got "${given}"`);
    return null;
  };
  return { text, whole, wholeOrNone, oneOf, url, origin };
}

function fileText(name: string, file: string, faults: string[]): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    faults.push(`${name}_FILE cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
