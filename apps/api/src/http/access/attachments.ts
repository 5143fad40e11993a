import { API, type Access } from './access';

const ONE = `${API}/offers/:id/attachments/:attachment`;

/** Files that hang on offers. */
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
];
