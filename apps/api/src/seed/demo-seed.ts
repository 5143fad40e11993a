import type { NamedGrant, SignedIn } from '../http/signed-in';
import {
  DEMO_PASSWORD,
  factsOfSample,
  sampleCalls,
  sampleConsortia,
  sampleOffers,
  sampleOrganisations,
  samplePeople,
  type SampleCall,
  type SampleCentre,
  type SampleConsortium,
  type SampleOffer,
  type SampleOrganisation,
} from '@zit/sample';
import type { DataSource } from 'typeorm';
import { inWarsaw, type Period } from '@zit/domain';
import { BudgetService } from '../budget/budget.service';
import { CallService } from '../call/call.service';
import { PublicationService } from '../call/publication.service';
import type { Actor } from '../consortium/actor';
import { ConsortiumService } from '../consortium/consortium.service';
import { MemberService } from '../consortium/member.service';
import { DocumentService } from '../document/document.service';
import { OrganisationService } from '../organisation/organisation.service';
import { PlaceService } from '../place/place.service';
import { newTotpSecret } from '../factor/one-time-code';
import { plantTotp } from '../factor/plant-totp';
import { DEMO_SECRET_KEY } from '../http/settings';
import { acknowledge } from '../personal/acknowledge';
import { PersonService } from '../session/person.service';
import { factorRequired } from '../session/person-standing';
import { SheetService } from '../sheet/sheet.service';
import { clauses } from '@zit/words.pl/clauses';
import { BeginService } from '../offer/begin.service';
import { draftPapers } from './draft-papers';
import { plantCall } from './plant-calls';
import { plantConsortium } from './plant-consortium';
import { plantOffer } from './plant-offers';
import { SeedDoor } from './seed-door';

/** How many of each kind of thing were planted; nothing in the second run. */
export interface Planted {
  organisations: number;
  people: number;
  consortia: number;
  calls: number;
  offers: number;
}

/**
 * The demo metropolis, planted through the acts of the services, so that it passes the very checks that people's
 * requests pass. All of it or, when something fails or is killed, nothing; what is there already stays as it is.
 */
export const plantDemo = (dataSource: DataSource, secretKey = DEMO_SECRET_KEY): Promise<Planted> =>
  dataSource.transaction(async (manager) => {
    // Two portals that start at once: the second finds everything planted.
    await manager.query(`select pg_advisory_xact_lock(hashtext('zit-portal seed'))`);
    return new DemoSeed(new SeedDoor(manager), secretKey).plant();
  });

class DemoSeed {
  private readonly people = new PersonService();
  private readonly places = new PlaceService(this.door);
  private readonly organisations = new OrganisationService(this.door);
  private readonly documents = new DocumentService(this.door);
  private readonly sheets = new SheetService();
  private readonly acts = {
    consortia: new ConsortiumService(this.door),
    members: new MemberService(this.door),
    budget: new BudgetService(this.door),
  };
  private readonly offers = new BeginService(this.door, this.sheets);
  private readonly callActs = {
    calls: new CallService(this.door, this.sheets),
    publication: new PublicationService(this.door, this.sheets, { publicOrigin: null, port: 0 }),
  };

  constructor(
    private readonly door: SeedDoor,
    private readonly secretKey: string,
  ) {}

  async plant(): Promise<Planted> {
    const before = await this.count();
    const who = await this.planter();
    const ids = new Map<string, string>();
    for (const organisation of sampleOrganisations)
      ids.set(organisation.key, await this.organisation(who, organisation, ids));
    for (const person of samplePeople) await this.person(person, ids);
    for (const consortium of sampleConsortia()) await this.consortium(who, consortium, ids);
    // Days of the demo's calls are counted from the day on which they are planted.
    const calls = sampleCalls(inWarsaw(new Date().toISOString()).date);
    for (const call of calls) await this.call(who, call);
    for (const call of calls.filter(({ published }) => published))
      for (const offer of sampleOffers(periodOf(call))) await this.offer(who, offer, call, ids);
    const after = await this.count();
    return {
      organisations: after.organisations - before.organisations,
      people: after.people - before.people,
      consortia: after.consortia - before.consortia,
      calls: after.calls - before.calls,
      offers: after.offers - before.offers,
    };
  }

  /** The demo's administrator, in whose name everything is planted. */
  private async planter(): Promise<SignedIn> {
    const administrator = samplePeople.find((one) => one.grants.some(({ role }) => role === 'ADMINISTRATOR'));
    if (!administrator) throw new Error('the sample has no administrator');
    const personId = await this.person(administrator, new Map());
    const grants: NamedGrant[] = [{ role: 'ADMINISTRATOR', organisationId: null, organisationName: null, teryt: null }];
    const { name, email } = administrator;
    return {
      sessionId: '',
      personId,
      name,
      email,
      level: 'FULL',
      actingFor: null,
      actingBody: 'PROGRAMME',
      viewer: null,
      confirmed: true,
      grants,
      allGrants: grants,
      expiresAt: '',
      endsAt: '',
    };
  }

  private async person(person: (typeof samplePeople)[number], ids: ReadonlyMap<string, string>): Promise<string> {
    const { name, email, grants } = person;
    return this.door.gate(async (manager) => {
      const id = await this.people.admit(manager, { name, email, password: DEMO_PASSWORD });
      for (const { role, organisation, teryt } of grants)
        await this.people.grant(manager, id, { role, organisationId: idOf(organisation, ids), teryt });
      for (const clause of clauses) await acknowledge(manager, id, clause.id, clause.version);
      if (factorRequired(grants)) await plantTotp(manager, this.secretKey, id, newTotpSecret());
      return id;
    });
  }

  /** Found by its REGON, which a unit does not share with its municipality. */
  private async organisation(
    who: SignedIn,
    { key: _, unitOf, ...fields }: SampleOrganisation,
    ids: ReadonlyMap<string, string>,
  ): Promise<string> {
    const [known] = await this.door.read(who, (manager) =>
      manager.query<{ id: string }[]>('select id from organisation where regon = $1', [fields.regon]),
    );
    if (known) return known.id;
    return (await this.organisations.create(who, { ...fields, unitOfId: idOf(unitOf, ids) })).id;
  }

  /**
   * Found by its centre and by who leads it in the sample, as a member: title, call and leader may have been changed by
   * whoever tries the demo.
   */
  private async consortium(
    who: SignedIn,
    consortium: SampleConsortium,
    ids: ReadonlyMap<string, string>,
  ): Promise<void> {
    const centreId = await this.centre(who, consortium.centre);
    const [known] = await this.door.read(who, (manager) =>
      manager.query<{ id: string }[]>(
        `select c.id from consortium c join member m on m.consortium_id = c.id
         where c.local_centre_id = $1 and m.organisation_id = $2 limit 1`,
        [centreId, idOf(leaderOf(consortium), ids)],
      ),
    );
    if (known) return;
    const id = await plantConsortium(
      this.acts,
      who,
      factsOfSample(consortium),
      centreId,
      (key) => idOf(key, ids) ?? '',
    );
    if (consortium.letterOfIntentSignedOn) await draftPapers(this.documents, who, id, consortium);
  }

  private async call(who: SignedIn, call: SampleCall): Promise<void> {
    const known = await this.door.read(who, (manager) =>
      manager.query<unknown[]>('select from call where id = $1', [call.id]),
    );
    if (known.length === 0) await plantCall(this.callActs, who, call);
  }

  /** Answers the call in the name of the leader's coordinator; found by the consortium's centre, as the consortium is. */
  private async offer(
    who: SignedIn,
    offer: SampleOffer,
    call: SampleCall,
    ids: ReadonlyMap<string, string>,
  ): Promise<void> {
    await this.consortium(who, offer.consortium, ids);
    const centreId = await this.centre(who, offer.consortium.centre);
    const leader = leaderOf(offer.consortium);
    const [known] = await this.door.worker((manager) =>
      manager.query<{ id: string; begun: boolean }[]>(
        `select c.id, exists (select from offer o where o.consortium_id = c.id) as begun from consortium c
         join member m on m.consortium_id = c.id and m.role = 'LEADER' and m.left_at is null
         where c.local_centre_id = $1 and m.organisation_id = $2 order by c.created_at limit 1`,
        [centreId, idOf(leader, ids)],
      ),
    );
    // Somebody else's consortium may stand in the centre by now.
    if (!known || known.begun) return;
    await plantOffer(this.offers, await this.coordinator(leader, ids), offer, {
      callId: call.id,
      consortiumId: known.id,
    });
  }

  /** Whoever of the sample coordinates this organisation. */
  private async coordinator(key: string, ids: ReadonlyMap<string, string>): Promise<Actor> {
    const person = samplePeople.find((one) =>
      one.grants.some(({ role, organisation }) => role === 'COORDINATOR' && organisation === key),
    );
    if (!person) throw new Error(`nobody coordinates ${key}`);
    const organisationId = idOf(key, ids);
    return {
      personId: await this.person(person, ids),
      actingFor: organisationId,
      actingBody: null,
      grants: [{ role: 'COORDINATOR', organisationId, organisationName: null, teryt: null }],
    };
  }

  private async centre(who: SignedIn, { teryt, name, phase }: SampleCentre): Promise<string> {
    const { items } = await this.places.localCentres();
    const known = items.find((centre) => centre.teryt === teryt && centre.name === name);
    return (known ?? (await this.places.planLocalCentre(who, { teryt, name, phase }))).id;
  }

  private async count(): Promise<Planted> {
    const [row] = await this.door.worker((manager) =>
      manager.query<Planted[]>(
        `select (select count(*)::int from organisation) as organisations, (select count(*)::int from person) as people,
                (select count(*)::int from consortium) as consortia, (select count(*)::int from call) as calls,
                (select count(*)::int from offer) as offers`,
      ),
    );
    return row ?? { organisations: 0, people: 0, consortia: 0, calls: 0, offers: 0 };
  }
}

/** Key of the organisation that leads it in the sample. */
const leaderOf = ({ members }: SampleConsortium): string =>
  members.find(({ role }) => role === 'LEADER')?.organisation ?? '';

/** The period that the call wants, from its first day to its last. */
const periodOf = ({ values }: SampleCall): Period => ({
  from: String(values['basics.periodFrom']),
  to: String(values['basics.periodTo']),
});

/** Row of a key; null for no key. @throws when the sample names somebody who was not planted before */
function idOf(key: string | null, ids: ReadonlyMap<string, string>): string | null {
  if (key === null) return null;
  const id = ids.get(key);
  if (!id) throw new Error(`the sample names ${key} before it is planted`);
  return id;
}
