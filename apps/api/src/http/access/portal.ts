import { API, type Access } from './access';

/** What a portal has before anybody is known: its health, its description, its clock, its pages. */
export const portalRoutes: readonly Access[] = [
  { method: 'GET', path: '/livez', act: 'live', who: 'public', answers: 'HealthResponse' },
  { method: 'GET', path: '/readyz', act: 'ready', who: 'public', answers: 'HealthResponse' },
  { method: 'GET', path: '/version', act: 'version', who: 'public', answers: 'VersionResponse' },
  { method: 'GET', path: '/api/openapi.json', act: 'describeApi', who: 'public', media: 'application/json' },
  { method: 'GET', path: '/api/docs', act: 'browseApi', who: 'public', media: 'text/html' },
  { method: 'GET', path: '/api/docs/:file', act: 'browseApiFile', who: 'public', media: 'text/plain' },
  { method: 'GET', path: '/*', act: 'openWeb', who: 'public', media: 'text/html' },
  { method: 'GET', path: `${API}/time`, act: 'tellTime', who: 'public', answers: 'TimeResponse' },
];
