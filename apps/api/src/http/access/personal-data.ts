import { API, type Access } from './access';

/** What is kept about people: clauses, their own data, erasure, and what is past its time. */
export const personalDataRoutes: readonly Access[] = [
  { method: 'GET', path: `${API}/clauses/:id`, act: 'readClause', who: 'public', answers: 'ClauseResponse' },
  {
    method: 'GET',
    path: `${API}/account/acknowledgements`,
    act: 'listAcknowledgements',
    who: 'signed-in',
    answers: 'AcknowledgementList',
  },
  {
    method: 'POST',
    path: `${API}/account/acknowledgements`,
    act: 'acknowledgeClause',
    who: 'signed-in',
    takes: 'AcknowledgeClause',
    status: 204,
  },
  {
    method: 'GET',
    path: `${API}/account/personal-data`,
    act: 'exportData',
    who: 'signed-in',
    answers: 'PersonalDataExport',
  },
  {
    method: 'GET',
    path: `${API}/account/personal-data.html`,
    act: 'openData',
    who: 'signed-in',
    media: 'text/html',
  },
  { method: 'GET', path: `${API}/account/erasure`, act: 'readErasure', who: 'signed-in', answers: 'OwnErasure' },
  {
    method: 'POST',
    path: `${API}/account/erasure`,
    act: 'askErasure',
    who: 'signed-in',
    takes: 'AskErasure',
    status: 204,
  },
  { method: 'DELETE', path: `${API}/account/erasure`, act: 'withdrawErasure', who: 'signed-in', status: 204 },
  { method: 'GET', path: `${API}/erasures`, act: 'listErasures', who: 'policy', answers: 'ErasureList' },
  {
    method: 'PUT',
    path: `${API}/erasures/:id`,
    act: 'decideErasure',
    who: 'policy',
    takes: 'DecideErasure',
    answers: 'ErasureItem',
  },
  {
    method: 'GET',
    path: `${API}/retention-proposals`,
    act: 'listRetention',
    who: 'policy',
    answers: 'RetentionList',
  },
  {
    method: 'PUT',
    path: `${API}/retention-proposals/:id`,
    act: 'decideRetention',
    who: 'policy',
    takes: 'DecideRetention',
    answers: 'RetentionProposal',
  },
];
