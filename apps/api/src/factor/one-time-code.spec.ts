import { newTotpSecret, stepOfCode, totpCode, totpUri } from './one-time-code';
import { seal, unseal } from './secret-box';

/** The secret of RFC 6238, appendix B, in base32. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('one-time codes', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('are those of RFC 6238 at %d seconds', (seconds, code) => {
    expect(totpCode(RFC_SECRET, seconds * 1000)).toBe(code);
  });

  it('count one step before and after, no further', () => {
    const secret = newTotpSecret();
    const at = 1_800_000_015_000;
    const step = 60_000_000;
    const accepted = [-2, -1, 0, 1, 2].map((shift) => stepOfCode(secret, totpCode(secret, at + shift * 30_000), 0, at));
    expect(accepted).toEqual([null, step - 1, step, step + 1, null]);
  });

  it('S-34: a code that was taken, or an older one, counts no more', () => {
    const secret = newTotpSecret();
    const at = 1_800_000_015_000;
    const step = stepOfCode(secret, totpCode(secret, at), 0, at) ?? 0;
    expect(stepOfCode(secret, totpCode(secret, at), step, at)).toBeNull();
    expect(stepOfCode(secret, totpCode(secret, at - 30_000), step, at)).toBeNull();
    expect(stepOfCode(secret, totpCode(secret, at + 30_000), step, at)).toBe(step + 1);
  });

  it('name the portal and the account for the application', () => {
    const uri = new URL(totpUri(RFC_SECRET, 'Portal ZIT', 'a b@example.test'));
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/Portal ZIT:a b@example.test',
    ]);
    expect(uri.searchParams.get('secret')).toBe(RFC_SECRET);
  });
});

describe('secrets at rest', () => {
  const key = 'a long random setting of this installation';

  it('open with their key for their person only', () => {
    const sealed = seal(key, 'person-1', RFC_SECRET);
    expect(sealed).not.toContain(RFC_SECRET);
    expect(unseal(key, 'person-1', sealed)).toBe(RFC_SECRET);
    expect(() => unseal(key, 'person-2', sealed)).toThrow();
    expect(() => unseal(`${key}!`, 'person-1', sealed)).toThrow();
    const touched = Buffer.from(sealed, 'base64url');
    touched[30] = (touched[30] ?? 0) ^ 1;
    expect(() => unseal(key, 'person-1', touched.toString('base64url'))).toThrow();
  });

  it('are sealed differently each time', () => {
    expect(seal(key, 'person-1', RFC_SECRET)).not.toBe(seal(key, 'person-1', RFC_SECRET));
  });
});
