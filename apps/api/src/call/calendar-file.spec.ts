import { calendarFile, type CalendarEvent } from './calendar-file';

const event: CalendarEvent = {
  id: '2264011a-0000-4000-8000-000000000101',
  edition: 2,
  publishedAt: '2015-03-02T08:00:00.123Z',
  deadlineAt: '2015-03-31T13:30:00.000Z',
  phase: 'OPEN',
  summary: 'Termin: „Łódź; żółć, ąęć” \\ 😀',
  description: `pierwszy\nwiersz ${'zażółć gęślą jaźń 😀 '.repeat(20)}`,
  address: 'https://portal.example/ogloszenia/lc-2264-2015-01',
};

/** As RFC 5545 reads it: lines are unfolded, then values are read back. */
const read = (file: string): Map<string, string> =>
  new Map(
    file
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
const plain = (text: string | undefined): string =>
  (text ?? '').replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

describe('the deadline as a file for calendars', () => {
  const file = calendarFile(event);

  it('ends every line with CR LF and keeps each within 75 octets, whole characters only', () => {
    expect(file.endsWith('\r\n')).toBe(true);
    const lines = file.slice(0, -2).split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\ufffd');
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
  });

  it('says again what was written, whatever its signs', () => {
    const values = read(file);
    expect(plain(values.get('SUMMARY'))).toBe(event.summary);
    expect(plain(values.get('DESCRIPTION'))).toBe(event.description);
    expect(values.get('URL')).toBe(event.address);
  });

  it('keeps its UID from edition to edition and counts them', () => {
    const values = read(file);
    expect(values.get('UID')).toBe(event.id);
    expect(values.get('SEQUENCE')).toBe('1');
    expect(values.get('DTSTAMP')).toBe('20150302T080000Z');
    expect(values.get('DTSTART')).toBe('20150331T133000Z');
    expect(values.get('STATUS')).toBe('CONFIRMED');
    expect(read(calendarFile({ ...event, phase: 'ANNULLED' })).get('STATUS')).toBe('CANCELLED');
  });
});
