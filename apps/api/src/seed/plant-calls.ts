import { randomUUID } from 'node:crypto';
import type { CallResponse } from '@zit/contracts';
import type { SampleCall } from '@zit/sample';
import type { CallService } from '../call/call.service';
import type { PublicationService } from '../call/publication.service';
import type { SignedIn } from '../http/signed-in';

export interface CallActs {
  calls: CallService;
  publication: PublicationService;
}

/** Writes a call by the acts of the screens, and publishes it when the sample says so. */
export async function plantCall(acts: CallActs, who: SignedIn, call: SampleCall): Promise<CallResponse> {
  const { id, teryt, title, values, published } = call;
  await acts.calls.create(who, { id, teryt, title }, id);
  const changes = Object.entries(values)
    .filter(([path]) => path !== 'basics.title')
    .map(([path, value]) => ({ path, base: 0, value }));
  await acts.calls.save(who, id, { save: randomUUID(), changes });
  const draft = await acts.calls.read(who, id);
  return published ? acts.publication.publish(who, id, { id: randomUUID(), rev: draft.checkedRev }) : draft;
}
