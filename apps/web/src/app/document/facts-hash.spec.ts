import { createHash, webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import { canonicalJson } from '@zit/domain';
import { factsHash } from './facts-hash';

describe('the hash of facts in the browser', () => {
  const was = globalThis.crypto;
  beforeAll(() => Object.assign(globalThis, { TextEncoder, TextDecoder }));
  afterEach(() => Object.defineProperty(globalThis, 'crypto', { value: was, configurable: true }));

  it('equals what the server computes, whatever the order of keys', async () => {
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
    const facts = { title: 'Kompas „Sopocki” 💶', sums: [33_000_000, 1.5], none: null };
    const reordered = { none: null, sums: [33_000_000, 1.5], title: 'Kompas „Sopocki” 💶' };
    const onServer = createHash('sha256').update(canonicalJson(facts)).digest('hex');
    expect(await factsHash(facts)).toBe(onServer);
    expect(await factsHash(reordered)).toBe(onServer);
  });

  it('is null where the browser cannot compute it', async () => {
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    expect(await factsHash({})).toBeNull();
  });
});
