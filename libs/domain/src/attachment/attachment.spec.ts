import { ATTACHMENT_LIMITS, announceFault, extensionOf, formatOfName, mayAttach } from './attachment';

const sized = (size: number, count: number) => Array.from({ length: count }, () => ({ size }));

describe('what may be attached', () => {
  it('is told from the end of the name, whatever the case', () => {
    expect(
      ['umowa.PDF', 'zdjęcie.jpg', 'zdjęcie.Jpeg', 'a.b.docx', 'budżet.xlsx', 'pismo.odt'].map(formatOfName),
    ).toEqual(['pdf', 'jpeg', 'jpeg', 'docx', 'xlsx', 'odt']);
    expect(['umowa.doc', 'umowa.pdf.exe', 'logo.svg', 'strona.html', 'umowa', '.pdf'].map(formatOfName)).toEqual(
      Array(6).fill(null),
    );
    expect(extensionOf('.pdf')).toBe('');
  });

  it.each([
    '../umowa.pdf',
    'folder\\umowa.pdf',
    'umowa\u0000.pdf',
    'umowa\r\nX: y.pdf',
    'umowa\u202efdp.pdf',
    'umowa\u200b.pdf',
    ' umowa.pdf',
    'umowa.pdf ',
    '',
  ])('has a name without folders and misleading signs: %j', (name) => {
    expect(announceFault({ name, size: 1 }, [])).toBe('NAME');
  });

  it('has its bounds, each to the byte', () => {
    const fault = (size: number, others: { size: number }[] = []) => announceFault({ name: 'umowa.pdf', size }, others);
    expect(fault(0)).toBe('EMPTY');
    expect(fault(ATTACHMENT_LIMITS.fileBytes)).toBeNull();
    expect(fault(ATTACHMENT_LIMITS.fileBytes + 1)).toBe('LARGE');
    expect(fault(1, sized(1, ATTACHMENT_LIMITS.files - 1))).toBeNull();
    expect(fault(1, sized(1, ATTACHMENT_LIMITS.files))).toBe('MANY');
    expect(fault(ATTACHMENT_LIMITS.fileBytes, sized(25_000_000, 3))).toBeNull();
    expect(fault(2, [...sized(25_000_000, 3), { size: 24_999_999 }])).toBe('TOGETHER');
    expect(announceFault({ name: 'umowa.exe', size: 1 }, [])).toBe('EXTENSION');
  });
});

describe('whose files one writes', () => {
  const members = ['leader', 'own', 'other'];
  const may = (
    owner: string,
    writer: Partial<Parameters<typeof mayAttach>[1]>,
    loans: { part: string; member: string }[] = [],
  ) => mayAttach(owner, { member: 'own', edits: true, leads: false, ...writer }, loans, members);

  it('are one’s own; the leader’s are the leader’s', () => {
    expect(may('own', {})).toBe(true);
    expect(may('other', {})).toBe(false);
    expect(may('own', { member: 'leader', leads: true })).toBe(false);
    expect(may('leader', { member: 'leader', leads: true })).toBe(true);
  });

  it('are those of a lent part, and nobody’s for who only reads', () => {
    expect(may('other', {}, [{ part: 'other', member: 'own' }])).toBe(true);
    expect(may('other', {}, [{ part: 'basics', member: 'own' }])).toBe(false);
    expect(may('other', {}, [{ part: 'other', member: 'third' }])).toBe(false);
    expect(may('own', { edits: false })).toBe(false);
    expect(may('own', { member: null })).toBe(false);
  });

  it('of a member who left are the leader’s to clear', () => {
    expect(may('gone', { member: 'leader', leads: true })).toBe(true);
    expect(may('gone', {})).toBe(false);
  });
});
