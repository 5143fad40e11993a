import { inject, Injectable } from '@angular/core';
import { callDecision, type CallStanding, type PolicyAct } from '@zit/domain';
import { SessionStore } from '../session/session-store';
import { ActingFor } from '../shell/acting-for';

/** The policy's answer about a call, before the server gives its own. */
@Injectable({ providedIn: 'root' })
export class CallAccess {
  private readonly session = inject(SessionStore);
  private readonly acting = inject(ActingFor);

  may(act: PolicyAct, call: CallStanding): boolean {
    const asker = {
      personId: this.session.person()?.id ?? null,
      grants: this.acting.grants(),
      viewer: this.acting.viewer(),
    };
    return callDecision(asker, act, call).allow;
  }
}
