import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, SettingsFault } from './settings';

const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults;
    throw error;
  }
};

describe('settings', () => {
  it('need nothing but a database', () => {
    expect(readSettings({ DATABASE_URL: 'postgres://u:p@db/x' })).toMatchObject({
      databaseDirectUrl: 'postgres://u:p@db/x',
      port: 4200,
      host: '127.0.0.1',
      mode: 'real',
      worker: 'separate',
      secureCookie: false,
    });
  });

  it('name every fault at once', () => {
    expect(
      faultsOf({ PORT: '70000', POOL_SIZE: 'ten', PORTAL_MODE: 'live', PUBLIC_ORIGIN: 'portal.example.pl/x' }),
    ).toEqual([
      'DATABASE_URL is missing',
      'POOL_SIZE must be a whole number from 1 to 100, got "ten"',
      'PORT must be a whole number from 0 to 65535, got "70000"',
      'PORTAL_MODE must be one of real, demo, got "live"',
      'PUBLIC_ORIGIN must be an origin without a path, e.g. https://portal.example.pl, got "portal.example.pl/x"',
    ]);
  });

  it('take another period of unused accounts, of a year at least', () => {
    const database = { DATABASE_URL: 'postgres://u:p@db/x' };
    expect(readSettings(database).accountUnusedDays).toBeNull();
    expect(readSettings({ ...database, ACCOUNT_UNUSED_DAYS: '730' }).accountUnusedDays).toBe(730);
    expect(faultsOf({ ...database, ACCOUNT_UNUSED_DAYS: '30' })).toEqual([
      'ACCOUNT_UNUSED_DAYS must be a whole number from 365 to 3650, got "30"',
    ]);
  });

  it('let nobody in first who has no proper password', () => {
    const database = { DATABASE_URL: 'postgres://u:p@db/x' };
    expect(faultsOf({ ...database, ADMINISTRATOR_EMAIL: 'a@example.test', ADMINISTRATOR_PASSWORD: 'short' })).toEqual([
      'ADMINISTRATOR_PASSWORD must have at least 15 characters',
    ]);
    expect(readSettings(database).firstAdministrator).toBeNull();
  });

  it('send mails only with a server, a sender and an origin for the links', () => {
    const database = { DATABASE_URL: 'postgres://u:p@db/x' };
    const mail = {
      SMTP_URL: 'smtps://u:p@mail.example.test',
      MAIL_FROM: 'Portal ZIT <portal@example.test>',
      PUBLIC_ORIGIN: 'https://portal.example.test',
    };
    expect(readSettings({ ...database, ...mail })).toMatchObject({ smtpUrl: mail.SMTP_URL, mailFrom: mail.MAIL_FROM });
    expect(readSettings(database)).toMatchObject({ smtpUrl: null, mailFrom: null });
    expect(faultsOf({ ...database, SMTP_URL: 'http://mail', MAIL_FROM: 'Portal\r\nBcc: x@example.test' })).toEqual([
      'SMTP_URL must begin with smtp:// or smtps://',
      'MAIL_FROM must be an address, e.g. Portal <portal@example.pl>',
      'SMTP_URL needs PUBLIC_ORIGIN for the links',
    ]);
    expect(faultsOf({ ...database, MAIL_FROM: 'portal@example.test' })).toEqual([
      'SMTP_URL and MAIL_FROM need each other',
    ]);
  });

  it('keep files in a folder or in a bucket, whose settings need each other', () => {
    const database = { DATABASE_URL: 'postgres://u:p@db/x' };
    expect(readSettings(database)).toMatchObject({ filesDirectory: null, filesS3: null });
    const s3 = {
      FILES_S3_ENDPOINT: 'https://s3.example.test',
      FILES_S3_BUCKET: 'portal-pliki',
      FILES_S3_KEY: 'k',
      FILES_S3_SECRET: 's',
    };
    expect(readSettings({ ...database, FILES_DIRECTORY: '/srv/files', ...s3 })).toMatchObject({
      filesDirectory: '/srv/files',
      filesS3: {
        endpoint: 'https://s3.example.test',
        bucket: 'portal-pliki',
        region: 'us-east-1',
        key: 'k',
        secret: 's',
      },
    });
    expect(faultsOf({ ...database, FILES_S3_BUCKET: 'b' })).toEqual([
      'FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_KEY and FILES_S3_SECRET need each other',
    ]);
    expect(
      faultsOf({ ...database, ...s3, FILES_S3_ENDPOINT: 'https://s3.example.test/x', FILES_S3_BUCKET: '../b' }),
    ).toEqual([
      'FILES_S3_ENDPOINT must be an origin without a path, e.g. https://s3.example.pl',
      'FILES_S3_BUCKET must be the name of a bucket',
    ]);
  });

  it('seal second factors with a long key; only the demo brings its own, which everybody knows', () => {
    const database = { DATABASE_URL: 'postgres://u:p@db/x' };
    expect(readSettings(database).secretKey).toBeNull();
    expect(readSettings({ ...database, PORTAL_MODE: 'demo' }).secretKey).toMatch(/.{32}/);
    const key = 'k'.repeat(32);
    expect(readSettings({ ...database, PORTAL_MODE: 'demo', SECRET_KEY: key }).secretKey).toBe(key);
    expect(faultsOf({ ...database, SECRET_KEY: 'short' })).toEqual(['SECRET_KEY must have at least 32 characters']);
  });

  it('read a secret from a file, and say when the file is not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zit-settings-'));
    const file = join(folder, 'url');
    writeFileSync(file, 'postgres://from:file@db/x\n');
    expect(readSettings({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://from:file@db/x');
    expect(faultsOf({ DATABASE_URL_FILE: join(folder, 'none') })[0]).toMatch(/^DATABASE_URL_FILE cannot be read/);
    rmSync(folder, { recursive: true });
  });
});
