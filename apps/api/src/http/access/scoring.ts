import { API, type Access } from './access';

const OFFER = `${API}/calls/:id/scoring/offers/:offer`;

/** Score cards: one's own, and, once it was handed in, those of the others (decision 14). */
export const scoringRoutes: readonly Access[] = [
  { method: 'GET', path: `${API}/calls/:id/scoring`, act: 'readScoring', who: 'signed-in', answers: 'ScoringResponse' },
  { method: 'GET', path: OFFER, act: 'readOfferScores', who: 'signed-in', answers: 'OfferScores' },
  {
    method: 'GET',
    path: `${OFFER}/sheet`,
    act: 'readCard',
    who: 'signed-in',
    asks: 'SheetQuery',
    answers: 'SheetResponse',
  },
  {
    method: 'PATCH',
    path: `${OFFER}/sheet`,
    act: 'changeCard',
    who: 'signed-in',
    takes: 'SaveSheet',
    answers: 'SheetSaved',
  },
  {
    method: 'GET',
    path: `${OFFER}/sheet/history`,
    act: 'readCardChanges',
    who: 'signed-in',
    asks: 'SheetHistoryQuery',
    answers: 'SheetHistory',
  },
  {
    method: 'POST',
    path: `${OFFER}/versions`,
    act: 'handInCard',
    who: 'signed-in',
    takes: 'HandInCard',
    answers: 'CardVersion',
    status: 201,
  },
  {
    method: 'POST',
    path: `${OFFER}/correction`,
    act: 'correctCard',
    who: 'signed-in',
    answers: 'SheetResponse',
    status: 201,
  },
  {
    method: 'PUT',
    path: `${OFFER}/note`,
    act: 'writeScoreNote',
    who: 'signed-in',
    takes: 'WriteScoreNote',
    answers: 'OfferScores',
  },
];
