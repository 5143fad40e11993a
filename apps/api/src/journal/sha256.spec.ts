import { sha256 } from './sha256';

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const ZOLW = '17a0867d65104aa59006d0ef6416a79e8c884f18250005a29cac7b4fdef8bc76';

describe('SHA-256 of a text', () => {
  it('is that of its UTF-8 bytes', () => {
    expect(sha256('abc')).toBe(ABC);
    expect(sha256('Żółw 😀')).toBe(ZOLW);
  });

  it('is the same where Node has no one-step hash yet', () => {
    jest.isolateModules(() => {
      jest.doMock('node:crypto', () => ({ ...jest.requireActual<object>('node:crypto'), hash: undefined }));
      const inSteps = jest.requireActual<{ sha256: typeof sha256 }>('./sha256').sha256;
      expect(inSteps).not.toBe(sha256);
      expect(inSteps('abc')).toBe(ABC);
      expect(inSteps('Żółw 😀')).toBe(ZOLW);
    });
  });
});
