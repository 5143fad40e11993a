import type { Role } from '@zit/domain';
import type { routeWords } from '@zit/words.pl/routes';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One route: who may come in, and what OpenAPI says about it. */
export interface Access {
  method: Method;
  /** As the router has it, with `:name` for parameters. */
  path: string;
  /** The act behind it; its sentence stands in `words.pl/routes`. */
  act: keyof typeof routeWords;
  /**
   * The door: anybody; anybody with a session, however far signing in has come; anybody signed in for good; or,
   * of those, only who has a row for the act in the policy. What is not yours is decided inside, by the same policy.
   */
  who: 'public' | 'session' | 'signed-in' | 'policy' | readonly Role[];
  /** Open also to who looks through another's eyes, although it is no reading: leaving, and ending the view. */
  viewerMay?: true;
  /** Class of the body, of the query string, and type of the answer, by their names in `@zit/contracts`. */
  takes?: string;
  asks?: string;
  answers?: string;
  /** Media type of an answer that is not JSON. */
  media?: string;
  /** Status of success; 200 when not said. */
  status?: 201 | 204;
  /** Body limit in bytes when one megabyte is not right. */
  bodyLimit?: number;
}

const api = '/api/v1';

/**
 * The one table of who may call what. Default deny: a route that is not here stops the portal from starting,
 * and so does an entry without a route.
 */
export const accessTable: readonly Access[] = [
  { method: 'GET', path: '/livez', act: 'live', who: 'public', answers: 'HealthResponse' },
  { method: 'GET', path: '/readyz', act: 'ready', who: 'public', answers: 'HealthResponse' },
  { method: 'GET', path: '/version', act: 'version', who: 'public', answers: 'VersionResponse' },
  { method: 'GET', path: '/api/openapi.json', act: 'describeApi', who: 'public', media: 'application/json' },
  { method: 'GET', path: '/api/docs', act: 'browseApi', who: 'public', media: 'text/html' },
  { method: 'GET', path: '/api/docs/:file', act: 'browseApiFile', who: 'public', media: 'text/plain' },
  { method: 'GET', path: '/*', act: 'openWeb', who: 'public', media: 'text/html' },

  { method: 'GET', path: `${api}/time`, act: 'tellTime', who: 'public', answers: 'TimeResponse' },

  {
    method: 'POST',
    path: `${api}/session`,
    act: 'signIn',
    who: 'public',
    takes: 'SignIn',
    answers: 'SessionResponse',
    status: 201,
  },
  { method: 'GET', path: `${api}/session`, act: 'readSession', who: 'session', answers: 'SessionResponse' },
  { method: 'DELETE', path: `${api}/session`, act: 'signOut', who: 'session', viewerMay: true, status: 204 },
  {
    method: 'PUT',
    path: `${api}/session/acting-for`,
    act: 'actFor',
    who: 'signed-in',
    takes: 'ActFor',
    answers: 'SessionResponse',
  },
  { method: 'GET', path: `${api}/demo-logins`, act: 'listDemoLogins', who: 'public', answers: 'DemoLogins' },

  { method: 'GET', path: `${api}/territory`, act: 'readTerritory', who: 'signed-in', answers: 'TerritoryResponse' },
  {
    method: 'GET',
    path: `${api}/local-centres`,
    act: 'listLocalCentres',
    who: 'signed-in',
    answers: 'LocalCentreList',
  },
  {
    method: 'POST',
    path: `${api}/local-centres`,
    act: 'planLocalCentre',
    who: 'policy',
    takes: 'PlanLocalCentre',
    answers: 'LocalCentreResponse',
    status: 201,
  },
  { method: 'GET', path: `${api}/rule-sets`, act: 'listRuleSets', who: 'signed-in', answers: 'RuleSetList' },
  { method: 'GET', path: `${api}/catalogue`, act: 'readCatalogue', who: 'signed-in', answers: 'CatalogueResponse' },

  {
    method: 'GET',
    path: `${api}/organisations`,
    act: 'listOrganisations',
    who: 'signed-in',
    asks: 'OrganisationQuery',
    answers: 'OrganisationPage',
  },
  {
    method: 'GET',
    path: `${api}/organisations/duplicates`,
    act: 'findDuplicates',
    who: 'signed-in',
    asks: 'DuplicateQuery',
    answers: 'DuplicateResponse',
  },
  {
    method: 'POST',
    path: `${api}/organisations`,
    act: 'createOrganisation',
    who: 'policy',
    takes: 'CreateOrganisation',
    answers: 'OrganisationResponse',
    status: 201,
  },
  {
    method: 'GET',
    path: `${api}/organisations/:id`,
    act: 'readOrganisation',
    who: 'signed-in',
    answers: 'OrganisationResponse',
  },
  {
    method: 'PATCH',
    path: `${api}/organisations/:id`,
    act: 'changeOrganisation',
    who: 'policy',
    takes: 'ChangeOrganisation',
    answers: 'OrganisationResponse',
  },

  {
    method: 'GET',
    path: `${api}/consortia`,
    act: 'listConsortia',
    who: 'signed-in',
    asks: 'ConsortiumQuery',
    answers: 'ConsortiumPage',
  },
  {
    method: 'POST',
    path: `${api}/consortia`,
    act: 'createConsortium',
    who: 'policy',
    takes: 'CreateConsortium',
    answers: 'ConsortiumResponse',
    status: 201,
  },
  {
    method: 'GET',
    path: `${api}/consortia/:id`,
    act: 'readConsortium',
    who: 'signed-in',
    answers: 'ConsortiumResponse',
  },
  {
    method: 'PATCH',
    path: `${api}/consortia/:id`,
    act: 'changeConsortium',
    who: 'signed-in',
    takes: 'ChangeConsortium',
    answers: 'ConsortiumResponse',
  },
  {
    method: 'POST',
    path: `${api}/consortia/:id/members`,
    act: 'addMember',
    who: 'signed-in',
    takes: 'AddMember',
    answers: 'ConsortiumResponse',
    status: 201,
  },
  {
    method: 'PATCH',
    path: `${api}/consortia/:id/members/:memberId`,
    act: 'changeMember',
    who: 'signed-in',
    takes: 'ChangeMember',
    answers: 'ConsortiumResponse',
  },
  {
    method: 'POST',
    path: `${api}/consortia/:id/members/:memberId/exit`,
    act: 'leaveConsortium',
    who: 'signed-in',
    takes: 'LeaveConsortium',
    answers: 'ConsortiumResponse',
    status: 201,
  },
  {
    method: 'PUT',
    path: `${api}/consortia/:id/leader`,
    act: 'appointLeader',
    who: 'signed-in',
    takes: 'AppointLeader',
    answers: 'ConsortiumResponse',
  },
  // 5 000 lines with their descriptions.
  {
    method: 'PATCH',
    path: `${api}/consortia/:id/budget`,
    act: 'changeBudget',
    who: 'signed-in',
    takes: 'ChangeBudget',
    answers: 'BudgetResponse',
    bodyLimit: 4 * 1024 * 1024,
  },
  {
    method: 'GET',
    path: `${api}/consortia/:id/history`,
    act: 'readHistory',
    who: 'signed-in',
    asks: 'HistoryQuery',
    answers: 'HistoryPage',
  },
  {
    method: 'GET',
    path: `${api}/consortia/:id/documents`,
    act: 'listDocuments',
    who: 'signed-in',
    answers: 'DocumentList',
  },
  {
    method: 'POST',
    path: `${api}/consortia/:id/documents`,
    act: 'draftDocument',
    who: 'signed-in',
    takes: 'DraftDocument',
    answers: 'DocumentDetail',
    status: 201,
  },
  { method: 'GET', path: `${api}/paper.css`, act: 'stylePaper', who: 'public', media: 'text/css' },
  { method: 'GET', path: `${api}/documents/:id`, act: 'readDocument', who: 'signed-in', answers: 'DocumentDetail' },
  {
    method: 'PATCH',
    path: `${api}/documents/:id`,
    act: 'changeDocument',
    who: 'signed-in',
    takes: 'ChangeDocument',
    answers: 'DocumentDetail',
  },
  {
    method: 'POST',
    path: `${api}/documents/:id/issue`,
    act: 'issueDocument',
    who: 'signed-in',
    takes: 'IssueDocument',
    answers: 'DocumentDetail',
  },
  { method: 'GET', path: `${api}/documents/:id/pdf`, act: 'downloadPdf', who: 'signed-in', media: 'application/pdf' },
  {
    method: 'GET',
    path: `${api}/documents/:id/docx`,
    act: 'downloadDocx',
    who: 'signed-in',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { method: 'GET', path: `${api}/documents/:id/html`, act: 'openHtml', who: 'signed-in', media: 'text/html' },
];
