import { API, type Access } from './access';

const ONE = `${API}/offers/:id/attachments/:attachment`;
const OF_CALL = `${API}/calls/:id/attachments/:attachment`;

/** Files that hang on offers and on calls. */
export const attachmentRoutes: readonly Access[] = [
  {
    method: 'POST',
    path: `${API}/offers/:id/attachments`,
    act: 'addAttachment',
    who: 'signed-in',
    takes: 'AddAttachment',
    answers: 'AnnouncedAttachment',
    status: 201,
  },
  { method: 'PUT', path: ONE, act: 'uploadAttachment', who: 'signed-in', bytes: true, answers: 'OfferAttachment' },
  {
    method: 'PATCH',
    path: ONE,
    act: 'changeAttachment',
    who: 'signed-in',
    takes: 'ChangeAttachment',
    answers: 'OfferAttachment',
  },
  { method: 'DELETE', path: ONE, act: 'removeAttachment', who: 'signed-in', status: 204 },
  {
    method: 'GET',
    path: `${ONE}/file`,
    act: 'readAttachment',
    who: 'signed-in',
    media: 'application/octet-stream',
  },
  {
    method: 'GET',
    path: `${API}/calls/:id/offers/:offer/attachments/:attachment/file`,
    act: 'readReceivedAttachment',
    who: 'signed-in',
    media: 'application/octet-stream',
  },
  {
    method: 'POST',
    path: `${API}/calls/:id/attachments`,
    act: 'addCallAttachment',
    who: 'signed-in',
    takes: 'AddCallAttachment',
    answers: 'AnnouncedCallAttachment',
    status: 201,
  },
  { method: 'PUT', path: OF_CALL, act: 'uploadCallAttachment', who: 'signed-in', bytes: true, answers: 'CallFile' },
  {
    method: 'PATCH',
    path: OF_CALL,
    act: 'changeCallAttachment',
    who: 'signed-in',
    takes: 'ChangeCallAttachment',
    answers: 'CallFile',
  },
  { method: 'DELETE', path: OF_CALL, act: 'removeCallAttachment', who: 'signed-in', status: 204 },
  {
    method: 'GET',
    path: `${OF_CALL}/file`,
    act: 'readCallAttachment',
    who: 'signed-in',
    media: 'application/octet-stream',
  },
  {
    method: 'GET',
    path: `${API}/public/calls/:slug/attachments/:attachment/:sha256`,
    act: 'downloadCallAttachment',
    who: 'public',
    media: 'application/octet-stream',
  },
];
