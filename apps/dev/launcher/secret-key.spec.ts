import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretKeyIn } from './secret-key.mjs';

describe('the key of second factors', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zit-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once for a real portal, for its owner’s eyes only', () => {
    const { SECRET_KEY_FILE: file = '' } = secretKeyIn(folder, { PORTAL_MODE: 'real' });
    const key = readFileSync(file, 'utf8').trim();
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    secretKeyIn(folder, { PORTAL_MODE: 'real' });
    expect(readFileSync(file, 'utf8').trim()).toBe(key);
  });

  it('is left to the settings, and to the demo', () => {
    for (const env of [{ SECRET_KEY: 'x' }, { SECRET_KEY_FILE: '/x' }, { PORTAL_MODE: 'demo' }])
      expect(secretKeyIn(join(folder, 'nowhere'), env)).toEqual({});
  });
});
