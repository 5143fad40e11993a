import { API, type Access } from './access';

/** The journal, histories of things, and seals. */
export const journalRoutes: readonly Access[] = [
  {
    method: 'GET',
    path: `${API}/consortia/:id/history`,
    act: 'readHistory',
    who: 'signed-in',
    asks: 'HistoryQuery',
    answers: 'HistoryPage',
  },
  {
    method: 'GET',
    path: `${API}/organisations/:id/history`,
    act: 'readOrganisationHistory',
    who: 'signed-in',
    asks: 'HistoryQuery',
    answers: 'HistoryPage',
  },
  {
    method: 'GET',
    path: `${API}/journal`,
    act: 'readJournal',
    who: 'policy',
    asks: 'JournalQuery',
    answers: 'JournalPage',
  },
  { method: 'GET', path: `${API}/journal-seals`, act: 'listSeals', who: 'public', answers: 'JournalSealList' },
  {
    method: 'GET',
    path: `${API}/journal-seals.jsonl`,
    act: 'downloadSeals',
    who: 'public',
    media: 'application/jsonl',
  },
];
