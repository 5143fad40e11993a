import { API, type Access } from './access';

const root = `${API}/calls/:id/commission`;
const who = 'signed-in';

/** The commission of a call: who sits in it, what they declare, who is in conflict with whom, who scores what. */
export const commissionRoutes: readonly Access[] = [
  { method: 'GET', path: `${API}/commissions`, act: 'listCommissions', who, answers: 'OwnCommissions' },
  { method: 'GET', path: root, act: 'readCommission', who, answers: 'CommissionResponse' },
  { method: 'PUT', path: root, act: 'formCommission', who, takes: 'FormCommission', answers: 'CommissionResponse' },
  { method: 'GET', path: `${root}/people`, act: 'listPeopleToSeat', who, answers: 'PeopleToSeat' },
  {
    method: 'POST',
    path: `${root}/seats`,
    act: 'seatPerson',
    who,
    takes: 'SeatPerson',
    answers: 'CommissionResponse',
    status: 201,
  },
  {
    method: 'PUT',
    path: `${root}/seats/:seat/departure`,
    act: 'leaveSeat',
    who,
    takes: 'LeaveSeat',
    answers: 'CommissionResponse',
  },
  { method: 'GET', path: `${root}/declaration`, act: 'readImpartiality', who, answers: 'OwnImpartiality' },
  {
    method: 'POST',
    path: `${root}/declaration`,
    act: 'declareImpartiality',
    who,
    takes: 'DeclareImpartiality',
    answers: 'OwnImpartiality',
    status: 201,
  },
  {
    method: 'POST',
    path: `${root}/conflicts`,
    act: 'declareConflict',
    who,
    takes: 'DeclareConflict',
    answers: 'OwnImpartiality',
    status: 201,
  },
  { method: 'GET', path: `${root}/conflicts`, act: 'listConflicts', who, answers: 'ConflictList' },
  { method: 'POST', path: `${root}/ties`, act: 'enterTie', who, takes: 'EnterTie', answers: 'TieEntered', status: 201 },
  { method: 'PUT', path: `${root}/ties/:tie/end`, act: 'endTie', who, takes: 'EndTie', answers: 'ConflictList' },
  {
    method: 'POST',
    path: `${root}/decisions`,
    act: 'decideConflict',
    who,
    takes: 'DecideConflict',
    answers: 'ConflictList',
    status: 201,
  },
  { method: 'GET', path: `${root}/assignment`, act: 'readAssignment', who, answers: 'AssignmentResponse' },
  {
    method: 'POST',
    path: `${root}/assignments`,
    act: 'confirmAssignment',
    who,
    takes: 'ConfirmAssignment',
    answers: 'AssignmentResponse',
    status: 201,
  },
];
