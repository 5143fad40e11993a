import { API, type Access } from './access';

const AWARDS = `${API}/calls/:id/awards`;
const ROOMS = `${API}/consortia/:id/award`;

/** Awards after a result, and the consortium that carries one out. */
export const awardRoutes: readonly Access[] = [
  { method: 'GET', path: AWARDS, act: 'readAwards', who: 'signed-in', answers: 'CallAwards' },
  {
    method: 'POST',
    path: AWARDS,
    act: 'giveAward',
    who: 'signed-in',
    takes: 'GiveAward',
    answers: 'CallAwards',
    status: 201,
  },
  {
    method: 'PUT',
    path: `${AWARDS}/:award/end`,
    act: 'endAward',
    who: 'signed-in',
    takes: 'EndAward',
    answers: 'CallAwards',
  },
  {
    method: 'GET',
    path: `${API}/public/calls/:slug/awards`,
    act: 'readPublicAwards',
    who: 'public',
    answers: 'PublicAwards',
  },
  { method: 'GET', path: ROOMS, act: 'readConsortiumAward', who: 'signed-in', answers: 'ConsortiumAward' },
  {
    method: 'PUT',
    path: `${ROOMS}/rooms`,
    act: 'carryAward',
    who: 'signed-in',
    takes: 'CarryAward',
    answers: 'ConsortiumAward',
  },
];
