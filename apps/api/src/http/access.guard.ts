import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { closedToEyes, mayAnywhere, sealedToEyes } from '@zit/domain';
import { SessionService } from '../session/session.service';
import { accessTable, type Access } from './access-table';
import { forbidden, notFound, notYet } from './problem-error';
import type { PortalRequest, SignedIn } from './signed-in';

const byRoute = new Map(accessTable.map((access) => [`${access.method} ${access.path}`, access]));

/** The entry of a route; a HEAD request stands under the same entry as its GET. */
export const accessOf = (method: string, path: string | undefined): Access | undefined =>
  byRoute.get(`${method === 'HEAD' ? 'GET' : method} ${path ?? ''}`);

/** The one door: nobody comes in unless the access table says so. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly sessions: SessionService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<PortalRequest>();
    const access = accessOf(request.method, request.routeOptions.url);
    if (!access) throw notFound();
    if (access.who === 'public') return true;
    request.signedIn = await this.sessions.signedIn(request);
    requireLevel(access, request.signedIn);
    requireOwnEyes(access, request.signedIn);
    requireRole(access, request.signedIn);
    return true;
  }
}

/** Until the second factor is shown or enrolled, only the routes that lead there are open. */
function requireLevel({ who }: Access, { level }: SignedIn): void {
  if (level === 'FULL' || who === 'session' || (level === 'ENROL' && who === 'enrolling')) return;
  throw notYet(level === 'PASSWORD' ? 'SECOND_FACTOR' : 'ENROL_FACTOR');
}

/** Of those who are signed in, only whom the policy lets do such a thing at all. */
function requireRole({ act, who }: Access, signedIn: SignedIn): void {
  if (who === 'policy' && !mayAnywhere(signedIn.grants, act)) throw forbidden();
}

/** Who looks through another's eyes reads, and changes nothing (S-42); of offers they read nothing either. */
function requireOwnEyes({ act, viewerMay }: Access, { viewer }: SignedIn): void {
  if (!viewerMay && closedToEyes({ viewer }, act)) throw notYet(sealedToEyes(act) ? 'SEALED' : 'VIEW_ONLY');
}
