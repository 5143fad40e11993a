import { API, type Access } from './access';

const RESULT = `${API}/calls/:id/result`;
const VERSION = `${RESULT}/versions/:no`;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The result of a call: its ranking, lot, freezing, approval and publication. */
export const resultRoutes: readonly Access[] = [
  { method: 'GET', path: RESULT, act: 'readResult', who: 'signed-in', answers: 'CallResult' },
  { method: 'GET', path: `${RESULT}/ranking`, act: 'readRanking', who: 'signed-in', answers: 'RankingPreview' },
  { method: 'GET', path: `${RESULT}/stability`, act: 'readStability', who: 'signed-in', answers: 'RankingStability' },
  { method: 'PUT', path: `${RESULT}/lot`, act: 'promiseLot', who: 'signed-in', answers: 'RankingPreview' },
  {
    method: 'PUT',
    path: `${RESULT}/lot/draw`,
    act: 'drawLot',
    who: 'signed-in',
    takes: 'DrawLot',
    answers: 'RankingPreview',
  },
  {
    method: 'POST',
    path: `${RESULT}/versions`,
    act: 'freezeResult',
    who: 'signed-in',
    takes: 'FreezeResult',
    answers: 'ResultVersions',
    status: 201,
  },
  {
    method: 'PUT',
    path: `${VERSION}/approval`,
    act: 'approveResult',
    who: 'signed-in',
    takes: 'ApproveResult',
    answers: 'ResultVersions',
  },
  {
    method: 'PUT',
    path: `${VERSION}/publication`,
    act: 'publishResult',
    who: 'signed-in',
    answers: 'ResultVersions',
  },
  {
    method: 'GET',
    path: `${VERSION}/result.json`,
    act: 'downloadResult',
    who: 'signed-in',
    answers: 'ResultFileAnswer',
  },
  { method: 'GET', path: `${VERSION}/minutes.pdf`, act: 'downloadMinutes', who: 'signed-in', media: 'application/pdf' },
  { method: 'GET', path: `${VERSION}/minutes.docx`, act: 'downloadMinutesDocx', who: 'signed-in', media: DOCX },
  { method: 'GET', path: `${VERSION}/minutes.html`, act: 'openMinutes', who: 'signed-in', media: 'text/html' },
  {
    method: 'GET',
    path: `${API}/public/calls/:slug/result`,
    act: 'readPublicResult',
    who: 'public',
    answers: 'PublicResult',
  },
  {
    method: 'GET',
    path: `${API}/public/calls/:slug/results/:no.json`,
    act: 'downloadPublicResult',
    who: 'public',
    answers: 'ResultFileAnswer',
  },
];
