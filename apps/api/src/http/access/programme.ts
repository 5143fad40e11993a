import { API, type Access } from './access';

/** What is laid down for all: the territory, local centres, rules and prices. */
export const programmeRoutes: readonly Access[] = [
  { method: 'GET', path: `${API}/territory`, act: 'readTerritory', who: 'signed-in', answers: 'TerritoryResponse' },
  {
    method: 'GET',
    path: `${API}/local-centres`,
    act: 'listLocalCentres',
    who: 'signed-in',
    answers: 'LocalCentreList',
  },
  {
    method: 'POST',
    path: `${API}/local-centres`,
    act: 'planLocalCentre',
    who: 'policy',
    takes: 'PlanLocalCentre',
    answers: 'LocalCentreResponse',
    status: 201,
  },
  { method: 'GET', path: `${API}/rule-sets`, act: 'listRuleSets', who: 'signed-in', answers: 'RuleSetList' },
  { method: 'GET', path: `${API}/catalogue`, act: 'readCatalogue', who: 'signed-in', answers: 'CatalogueResponse' },
];
