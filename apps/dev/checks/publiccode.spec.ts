import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(__dirname, '../../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

interface Description {
  shortDescription: string;
  longDescription: string;
  features: string[];
}

/** What the standard demands (https://yml.publiccode.tools/schema.core.html). */
describe('publiccode.yml', () => {
  const code = parse(read('publiccode.yml')) as Record<string, unknown> & {
    description: Record<string, Description>;
    legal: { license: string };
    softwareVersion: string;
  };
  const own = JSON.parse(read('package.json')) as { version: string; license: string };

  it('says every mandatory thing in the words of the standard', () => {
    expect(code).toMatchObject({
      publiccodeYmlVersion: '0.4',
      name: expect.any(String),
      platforms: expect.arrayContaining(['web']),
      maintenance: { type: expect.stringMatching(/^(internal|contract|community|none)$/) },
      localisation: { localisationReady: expect.any(Boolean), availableLanguages: expect.arrayContaining(['pl']) },
    });
    expect(['concept', 'development', 'beta', 'stable', 'obsolete']).toContain(code.developmentStatus);
    expect(['standalone/web', 'standalone/backend']).toContain(code.softwareType);
    expect(URL.canParse(String(code.url))).toBe(true);
  });

  it('describes itself within the lengths of the standard', () => {
    expect(Object.keys(code.description)).toEqual(['pl', 'en']);
    for (const { shortDescription, longDescription, features } of Object.values(code.description)) {
      expect(shortDescription.length).toBeLessThanOrEqual(150);
      expect(longDescription.length).toBeGreaterThanOrEqual(150);
      expect(longDescription.length).toBeLessThanOrEqual(10_000);
      for (const feature of features) expect(feature.length).toBeLessThanOrEqual(100);
    }
  });

  it('agrees with package.json and LICENSE', () => {
    expect(code.softwareVersion).toBe(own.version);
    expect(code.legal.license).toBe(own.license);
    expect(read('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });
});
