import { API, type Access } from './access';

const FORMAL = `${API}/calls/:id/formal`;
const LETTER = `${API}/letters/:id`;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The formal check: of a call's offers, and the letters that it sends. */
export const formalRoutes: readonly Access[] = [
  { method: 'GET', path: FORMAL, act: 'readFormal', who: 'signed-in', asks: 'FormalQuery', answers: 'FormalList' },
  { method: 'GET', path: `${FORMAL}/:offer`, act: 'readFormalCard', who: 'signed-in', answers: 'FormalCard' },
  {
    method: 'POST',
    path: `${FORMAL}/:offer/verdicts`,
    act: 'checkFormal',
    who: 'signed-in',
    takes: 'AnswerFormal',
    answers: 'FormalCard',
    status: 201,
  },
  {
    method: 'POST',
    path: `${FORMAL}/:offer/decision`,
    act: 'decideFormal',
    who: 'signed-in',
    takes: 'DecideFormal',
    answers: 'FormalCard',
    status: 201,
  },
  {
    method: 'GET',
    path: `${API}/offers/:id/formal-letters`,
    act: 'readOfferLetters',
    who: 'signed-in',
    answers: 'OfferLetters',
  },
  { method: 'GET', path: `${LETTER}.pdf`, act: 'downloadLetter', who: 'signed-in', media: 'application/pdf' },
  { method: 'GET', path: `${LETTER}.docx`, act: 'downloadLetterDocx', who: 'signed-in', media: DOCX },
  { method: 'GET', path: `${LETTER}.html`, act: 'openLetter', who: 'signed-in', media: 'text/html' },
];
