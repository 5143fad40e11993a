import { API, type Access } from './access';

/** Organisations and what is known about them. */
export const organisationRoutes: readonly Access[] = [
  {
    method: 'GET',
    path: `${API}/organisations`,
    act: 'listOrganisations',
    who: 'signed-in',
    asks: 'OrganisationQuery',
    answers: 'OrganisationPage',
  },
  {
    method: 'POST',
    path: `${API}/organisations/duplicates`,
    act: 'findDuplicates',
    who: 'signed-in',
    takes: 'FindDuplicates',
    answers: 'DuplicateResponse',
  },
  {
    method: 'POST',
    path: `${API}/organisations`,
    act: 'createOrganisation',
    who: 'policy',
    takes: 'CreateOrganisation',
    answers: 'OrganisationResponse',
    status: 201,
  },
  {
    method: 'GET',
    path: `${API}/organisations/:id`,
    act: 'readOrganisation',
    who: 'signed-in',
    answers: 'OrganisationResponse',
  },
  {
    method: 'PATCH',
    path: `${API}/organisations/:id`,
    act: 'changeOrganisation',
    who: 'policy',
    takes: 'ChangeOrganisation',
    answers: 'OrganisationResponse',
  },
];
