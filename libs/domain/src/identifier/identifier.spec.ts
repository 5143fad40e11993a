import fc from 'fast-check';
import { parseKrs } from './krs';
import { parseNip } from './nip';
import { parseNrb } from './nrb';
import { parsePesel } from './pesel';
import { parseRegon } from './regon';
import { parseTeryt } from './teryt';

const right = (value: string) => ({ ok: true, value });
const wrong = (fault: string) => expect.objectContaining({ ok: false, fault, text: expect.stringMatching(/\.$/) });

describe('NIP', () => {
  it.each(['7342867148', '9990000014', '9990000020', '9990000037', '9990000043', '9990000066'])('%s is right', (nip) =>
    expect(parseNip(nip)).toEqual(right(nip)),
  );
  it('is read with hyphens, spaces and PL', () => {
    expect(parseNip('PL 734-286-71-48')).toEqual(right('7342867148'));
    expect(parseNip('734\u00a0286\u00a071\u00a048')).toEqual(right('7342867148'));
  });
  it('N5b: a wrong check digit is found', () => expect(parseNip('9990000021')).toEqual(wrong('CHECKSUM')));
  it('refuses the other faults by name', () => {
    expect(parseNip('7342867149')).toEqual(wrong('CHECKSUM'));
    expect(parseNip('0000000000')).toEqual(wrong('ZERO'));
    expect(parseNip('')).toEqual(wrong('EMPTY'));
    expect(parseNip('734286714')).toEqual(wrong('LENGTH'));
    expect(parseNip('73428671481')).toEqual(wrong('LENGTH'));
    expect(parseNip('73428671４8')).toEqual(wrong('CHARACTERS'));
  });
  it('a remainder of 10 fits no digit at all', () => {
    for (const stem of ['999000005', '999000011']) {
      for (let last = 0; last < 10; last += 1) expect(parseNip(`${stem}${last}`)).toEqual(wrong('CHECKSUM'));
    }
  });
  it('every change of one digit is noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...'7342867148'];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(parseNip(digits.join('')).ok).toBe(false);
      }),
    );
  });
});

describe('REGON', () => {
  it.each(['492707333', '000331501', '990000016', '990000022', '990000039', '990000045', '990000051'])(
    '%s is right',
    (regon) => expect(parseRegon(regon)).toEqual(right(regon)),
  );
  it.each(['00033150100000', '99000001600012'])('%s of a unit is right', (regon) =>
    expect(parseRegon(regon)).toEqual(right(regon)),
  );
  it('refuses', () => {
    expect(parseRegon('492707334')).toEqual(wrong('CHECKSUM'));
    expect(parseRegon('00033150100001')).toEqual(wrong('CHECKSUM'));
    expect(parseRegon('49270733400000')).toEqual(wrong('CHECKSUM'));
    expect(parseRegon('000000000')).toEqual(wrong('ZERO'));
    expect(parseRegon('00000000000000')).toEqual(wrong('ZERO'));
    expect(parseRegon('0003315010000')).toEqual(wrong('LENGTH'));
    expect(parseRegon('x00331501')).toEqual(wrong('CHARACTERS'));
  });
});

describe('PESEL', () => {
  it.each(['44051401359', '02210300118'])('%s is right', (pesel) => expect(parsePesel(pesel)).toEqual(right(pesel)));
  it('refuses', () => {
    expect(parsePesel('44051401358')).toEqual(wrong('CHECKSUM'));
    expect(parsePesel('44130100000')).toEqual(wrong('DATE'));
    expect(parsePesel('44023001359')).toEqual(wrong('DATE'));
    expect(parsePesel('00000000000')).toEqual(wrong('ZERO'));
    expect(parsePesel('4405140135')).toEqual(wrong('LENGTH'));
  });
});

describe('KRS', () => {
  it('is stored padded', () => {
    expect(parseKrs('0000006865')).toEqual(right('0000006865'));
    expect(parseKrs('6865')).toEqual(right('0000006865'));
  });
  it('refuses', () => {
    expect(parseKrs('00000068650')).toEqual(wrong('LENGTH'));
    expect(parseKrs('0000000000')).toEqual(wrong('ZERO'));
    expect(parseKrs('KRS')).toEqual(wrong('CHARACTERS'));
  });
});

describe('NRB', () => {
  it('is right with the letters of an IBAN and without', () => {
    expect(parseNrb('14999999990000000000000001')).toEqual(right('14999999990000000000000001'));
    expect(parseNrb('PL14 9999 9999 0000 0000 0000 0001')).toEqual(right('14999999990000000000000001'));
  });
  it('refuses', () => {
    expect(parseNrb('14999999990000000000000002')).toEqual(wrong('CHECKSUM'));
    expect(parseNrb('1499999999')).toEqual(wrong('LENGTH'));
    expect(parseNrb('0'.repeat(26))).toEqual(wrong('ZERO'));
  });
});

describe('TERYT', () => {
  const known = new Set(['2264011', '2261011']);
  it('knows Sopot', () => expect(parseTeryt('2264011', known)).toEqual(right('2264011')));
  it('refuses', () => {
    expect(parseTeryt('2264012')).toEqual(wrong('KIND'));
    expect(parseTeryt('2264012', known)).toEqual(wrong('KIND'));
    expect(parseTeryt('2204011', known)).toEqual(wrong('UNKNOWN'));
    expect(parseTeryt('2364011')).toEqual(wrong('UNKNOWN'));
    expect(parseTeryt('226401')).toEqual(wrong('LENGTH'));
  });
});
