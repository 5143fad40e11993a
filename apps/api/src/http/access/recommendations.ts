import { API, type Access } from './access';

/** What consortia ask of the NGO council of their county, and what it resolves. */
export const recommendationRoutes: readonly Access[] = [
  {
    method: 'GET',
    path: `${API}/offers/:id/recommendation`,
    act: 'readRecommendation',
    who: 'signed-in',
    answers: 'OfferRecommendation',
  },
  {
    method: 'POST',
    path: `${API}/offers/:id/recommendation`,
    act: 'askRecommendation',
    who: 'signed-in',
    takes: 'AskRecommendation',
    answers: 'OfferRecommendation',
    status: 201,
  },
  {
    method: 'DELETE',
    path: `${API}/offers/:id/recommendation`,
    act: 'withdrawRecommendation',
    who: 'signed-in',
    answers: 'OfferRecommendation',
  },
  {
    method: 'GET',
    path: `${API}/recommendations`,
    act: 'listRecommendations',
    who: 'signed-in',
    asks: 'RecommendationQuery',
    answers: 'RecommendationPage',
  },
  {
    method: 'GET',
    path: `${API}/recommendations/:id`,
    act: 'readAskedRecommendation',
    who: 'signed-in',
    answers: 'Recommendation',
  },
  {
    method: 'PUT',
    path: `${API}/recommendations/:id/resolution`,
    act: 'resolveRecommendation',
    who: 'signed-in',
    takes: 'ResolveRecommendation',
    answers: 'Recommendation',
  },
];
