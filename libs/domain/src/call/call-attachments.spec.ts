import { attachmentDifferences, type CallFile } from './call-attachments';

const file = (id: string, change: Partial<CallFile> = {}): CallFile => ({
  ...{ id, name: `${id}.pdf`, about: '', mediaType: 'application/pdf', size: 1_200_000 },
  ...{ sha256: id.repeat(64).slice(0, 64), replaces: null },
  ...change,
});
const labels = (before: CallFile[], after: CallFile[]) =>
  attachmentDifferences(before, after).map(({ label }) => label);

describe('differences of files of a call', () => {
  it('are none between equal lists', () => {
    expect(attachmentDifferences([file('a'), file('b')], [file('a'), file('b')])).toEqual([]);
  });

  it('tell what came and what was withdrawn, with description, size and SHA-256', () => {
    expect(attachmentDifferences([file('a', { about: 'Mapa' })], [file('b')])).toEqual([
      {
        section: 'attachments',
        label: 'Załączniki: dodano plik „b.pdf”',
        before: null,
        after: `b.pdf, 1,2\u00a0MB, SHA-256 ${'b'.repeat(64)}`,
      },
      {
        section: 'attachments',
        label: 'Załączniki: wycofano plik „a.pdf”',
        before: `a.pdf (Mapa), 1,2\u00a0MB, SHA-256 ${'a'.repeat(64)}`,
        after: null,
      },
    ]);
  });

  it('tell a file that took another’s place as one difference, and no change of order', () => {
    const after = [file('c', { replaces: 'a' }), file('b')];
    expect(labels([file('a'), file('b')], after)).toEqual(['Załączniki: zastąpiono plik „a.pdf”']);
    // In a later edition it is just there.
    expect(labels(after, after)).toEqual([]);
  });

  it('tell a file whose forerunner is still there as one that came', () => {
    expect(labels([file('a')], [file('a'), file('c', { replaces: 'a' })])).toEqual(['Załączniki: dodano plik „c.pdf”']);
  });

  it('tell another description, and another order by names', () => {
    expect(
      attachmentDifferences([file('a', { about: 'Mapa' }), file('b')], [file('n'), file('b'), file('a')]).slice(1),
    ).toEqual([
      { section: 'attachments', label: 'Załączniki: opis pliku „a.pdf”', before: 'Mapa', after: null },
      { section: 'attachments', label: 'Załączniki: kolejność plików', before: 'a.pdf, b.pdf', after: 'b.pdf, a.pdf' },
    ]);
  });
});
