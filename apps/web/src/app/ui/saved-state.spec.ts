import { savedText } from './saved-state';

describe('saved state in words', () => {
  it('says when it was saved, by the Polish clock', () => {
    expect(savedText({ state: 'saved', at: new Date('2015-03-20T13:03:00Z') })).toBe('Zapisano 14:03');
    expect(savedText({ state: 'saving' })).toBe('Zapisywanie…');
  });
  it('counts what waits in good Polish', () => {
    expect(savedText({ state: 'offline', waiting: 0 })).toBe('Brak połączenia');
    expect(savedText({ state: 'offline', waiting: 1 })).toBe('Brak połączenia, 1 zmiana czeka');
    expect(savedText({ state: 'offline', waiting: 3 })).toBe('Brak połączenia, 3 zmiany czekają');
    expect(savedText({ state: 'offline', waiting: 12 })).toBe('Brak połączenia, 12 zmian czeka');
    expect(savedText({ state: 'unsaved', changes: 22 })).toBe('22 zmiany niezapisane');
  });
});
