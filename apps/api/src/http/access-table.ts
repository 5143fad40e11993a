import type { Access } from './access/access';
import { accountRoutes } from './access/account';
import { attachmentRoutes } from './access/attachments';
import { awardRoutes } from './access/awards';
import { callRoutes } from './access/calls';
import { commissionRoutes } from './access/commission';
import { consortiumRoutes } from './access/consortia';
import { documentRoutes } from './access/documents';
import { formalRoutes } from './access/formal';
import { journalRoutes } from './access/journal';
import { offerPaperRoutes } from './access/offer-papers';
import { offerRoutes } from './access/offers';
import { organisationRoutes } from './access/organisations';
import { peopleRoutes } from './access/people';
import { personalDataRoutes } from './access/personal-data';
import { portalRoutes } from './access/portal';
import { programmeRoutes } from './access/programme';
import { recommendationRoutes } from './access/recommendations';
import { scoringRoutes } from './access/scoring';
import { answerRoutes } from './access/answers';
import { resultRoutes } from './access/result';
import { signInRoutes } from './access/sign-in';
import { submissionRoutes } from './access/submissions';

export type { Access, Method } from './access/access';

/**
 * The one table of who may call what, joined from its rooms in `access/`. Default deny: a route that is not here stops
 * the portal from starting, and so does an entry without a route.
 */
export const accessTable: readonly Access[] = [
  ...portalRoutes,
  ...signInRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...personalDataRoutes,
  ...programmeRoutes,
  ...organisationRoutes,
  ...consortiumRoutes,
  ...callRoutes,
  ...offerRoutes,
  ...offerPaperRoutes,
  ...submissionRoutes,
  ...attachmentRoutes,
  ...recommendationRoutes,
  ...resultRoutes,
  ...awardRoutes,
  ...answerRoutes,
  ...scoringRoutes,
  ...commissionRoutes,
  ...formalRoutes,
  ...journalRoutes,
  ...documentRoutes,
];
