import { randomUUID } from 'node:crypto';
import type { SheetValues } from '@zit/domain';
import { sampleOrganisation, type SampleOffer } from '@zit/sample';
import type { Actor } from '../consortium/actor';
import type { BeginService } from '../offer/begin.service';

/** Left for whoever tries the demo: a partner's declaration, another's experience, and how people are recruited. */
const LEFT_OUT: Readonly<Record<string, readonly { path: string; of?: string }[]>> = {
  'kompas-sopocki': [
    { path: 'groups.recruitment' },
    { path: 'declarations.members', of: 'sasiedzi' },
    { path: 'experience.members', of: 'molo-praca' },
  ],
};

/** Begins an offer of the sample in the name of its leader, nearly complete or `whole`. Answers its id. */
export async function plantOffer(
  offers: BeginService,
  who: Actor,
  offer: SampleOffer,
  { callId, consortiumId, whole = false }: { callId: string; consortiumId: string; whole?: boolean },
): Promise<string> {
  const id = randomUUID();
  await offers.create(who, { id, callId, consortiumId }, ({ members }) => {
    const memberId = (organisation: string): string => {
      const { regon } = sampleOrganisation(organisation);
      const found = members.find((member) => member.regon === regon);
      if (!found) throw new Error(`${organisation} is no member of ${offer.consortium.title}`);
      return found.id;
    };
    return without(offer.values(memberId), (whole ? undefined : LEFT_OUT[offer.key]) ?? [], memberId);
  });
  return id;
}

function without(
  values: SheetValues,
  left: readonly { path: string; of?: string }[],
  memberId: (organisation: string) => string,
): SheetValues {
  const gaps = left.map(({ path, of }) => (of ? `${path}.${memberId(of)}` : path));
  return Object.fromEntries(
    Object.entries(values).filter(([path]) => !gaps.some((gap) => path === gap || path.startsWith(`${gap}.`))),
  );
}
