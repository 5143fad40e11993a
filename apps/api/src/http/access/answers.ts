import { API, type Access } from './access';

const ANSWERS = `${API}/calls/:id/answers`;
const APPEAL = `${API}/offers/:id/appeal`;

/** What follows a published result: requests for reasons, and appeals. */
export const answerRoutes: readonly Access[] = [
  { method: 'GET', path: ANSWERS, act: 'readAnswers', who: 'signed-in', answers: 'CallAnswers' },
  { method: 'GET', path: `${ANSWERS}/own`, act: 'readOwnReasons', who: 'signed-in', answers: 'OwnRequests' },
  {
    method: 'POST',
    path: `${ANSWERS}/requests`,
    act: 'askReasons',
    who: 'signed-in',
    takes: 'AskReasons',
    answers: 'ReasonsRequest',
    status: 201,
  },
  {
    method: 'POST',
    path: `${ANSWERS}/entries`,
    act: 'enterReasons',
    who: 'signed-in',
    takes: 'EnterReasons',
    answers: 'ReasonsRequest',
    status: 201,
  },
  {
    method: 'POST',
    path: `${ANSWERS}/requests/:request/answer`,
    act: 'answerReasons',
    who: 'signed-in',
    takes: 'AnswerReasons',
    answers: 'ReasonsRequest',
    status: 201,
  },
  {
    method: 'POST',
    path: `${ANSWERS}/appeals/:appeal/statement`,
    act: 'stateAppeal',
    who: 'signed-in',
    takes: 'StateAppeal',
    answers: 'Appeal',
    status: 201,
  },
  {
    method: 'POST',
    path: `${ANSWERS}/appeals/:appeal/decision`,
    act: 'decideAppeal',
    who: 'signed-in',
    takes: 'DecideAppeal',
    answers: 'Appeal',
    status: 201,
  },
  { method: 'GET', path: APPEAL, act: 'readAppeals', who: 'signed-in', answers: 'OfferAppeals' },
  {
    method: 'POST',
    path: APPEAL,
    act: 'lodgeAppeal',
    who: 'signed-in',
    takes: 'LodgeAppeal',
    answers: 'OfferAppeals',
    status: 201,
  },
];
