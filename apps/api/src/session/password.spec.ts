import { availableParallelism } from 'node:os';
import { ProblemError } from '../http/problem-error';
import { HASHED_AT_ONCE, hashPassword, passwordFits } from './password';

describe('passwords', () => {
  it('fit whatever way the keyboard composed their letters', async () => {
    const hash = await hashPassword('zażółć gęślą jaźń'.normalize('NFD'));
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordFits(hash, 'zażółć gęślą jaźń'.normalize('NFC'))).toBe(true);
    expect(await passwordFits(hash, 'zażółć gęślą jazn')).toBe(false);
  });

  it('never fit where there is none, not even the decoy', async () => {
    expect(await passwordFits(null, 'nobody has this password')).toBe(false);
  });

  it('S-32: some are worked out at once and leave a core free, fifty wait, whoever comes then is told to come later', async () => {
    const hash = await hashPassword('zielona łódka na molo');
    const storm = await Promise.allSettled(Array.from({ length: 60 }, () => passwordFits(hash, 'zgaduję')));
    const turned = storm.filter((one) => one.status === 'rejected').map((one): unknown => one.reason);
    expect(HASHED_AT_ONCE).toBeLessThan(Math.max(2, availableParallelism()));
    expect(turned).toHaveLength(60 - 50 - HASHED_AT_ONCE);
    expect(turned.every((reason) => reason instanceof ProblemError && reason.problem.status === 503)).toBe(true);
    expect(turned[0]).toMatchObject({ headers: { 'Retry-After': '5' } });
    expect(await passwordFits(hash, 'zielona łódka na molo')).toBe(true);
  });
});
