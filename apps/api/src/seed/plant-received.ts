import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { addDays, bodyOf, inWarsaw, type Period, type Role } from '@zit/domain';
import {
  closingCall,
  COUNCIL_OPINION,
  factsOfSample,
  receivedOffers,
  SAMPLE_COMMISSION,
  sampleOrganisation,
  samplePeople,
  type SampleCall,
  type SampleOffer,
  type SamplePerson,
} from '@zit/sample';
import type { DataSource } from 'typeorm';
import { BudgetService } from '../budget/budget.service';
import { CallService } from '../call/call.service';
import { PublicationService } from '../call/publication.service';
import { SeatsService } from '../commission/seats.service';
import { ConsortiumService } from '../consortium/consortium.service';
import { MemberService } from '../consortium/member.service';
import type { Settings } from '../http/settings';
import type { NamedGrant, SignedIn } from '../http/signed-in';
import { BeginService } from '../offer/begin.service';
import { CouncilService } from '../recommendation/council.service';
import { RequestService } from '../recommendation/request.service';
import { SheetService } from '../sheet/sheet.service';
import { ReceiptKeeper } from '../submission/receipt-keeper';
import { SigningService } from '../submission/signing.service';
import { SubmissionService } from '../submission/submission.service';
import type { Planted } from './demo-seed';
import { plantCall } from './plant-calls';
import { plantConsortium } from './plant-consortium';
import { plantOffer } from './plant-offers';
import { SeedDoor } from './seed-door';

/** How long the call stays open: milliseconds; where planting its offers takes longer, it is tried again with more. */
const LEAD_MS = 5_000;
const MOST_MS = 160_000;
/** D comes so much after the deadline. */
const LATE_MS = 1_000;

/**
 * Plants what comes after a deadline: a call whose offers were confirmed by everybody and handed in, A, B and C in time
 * and D by a second too late. Nothing is dated back: the call closes a few seconds after it was published, so this takes
 * as long. All or nothing; nothing in the second run. Answers what was planted.
 */
export async function plantReceived(dataSource: DataSource, settings: Settings): Promise<PlantedReceived> {
  for (let lead = LEAD_MS; ; lead *= 2) {
    try {
      return await dataSource.transaction(async (manager) => {
        await manager.query(`select pg_advisory_xact_lock(hashtext('zit-portal seed'))`);
        return new ReceivedSeed(new SeedDoor(manager), settings).plant(lead);
      });
    } catch (error) {
      if (!(error instanceof TooSlow) || lead > MOST_MS) throw error;
    }
  }
}

export type PlantedReceived = Pick<Planted, 'calls' | 'consortia' | 'offers'>;

/** The deadline came before the offers. */
class TooSlow extends Error {}

class ReceivedSeed {
  private readonly sheets = new SheetService();
  private readonly calls = {
    calls: new CallService(this.door, this.sheets),
    publication: new PublicationService(this.door, this.sheets, this.settings),
  };
  private readonly seats = new SeatsService(this.door);
  private readonly consortia = {
    consortia: new ConsortiumService(this.door),
    members: new MemberService(this.door),
    budget: new BudgetService(this.door),
  };
  private readonly offers = new BeginService(this.door, this.sheets);
  private readonly signing = new SigningService(this.door, this.sheets);
  private readonly council = { ask: new RequestService(this.door), resolve: new CouncilService(this.door) };
  // The file gets these receipts when the portal starts.
  private readonly submission = new SubmissionService(
    this.door,
    this.sheets,
    new ReceiptKeeper(this.door, { ...this.settings, receiptsFile: null }),
    this.settings,
  );

  private formedNow = 0;

  constructor(
    private readonly door: SeedDoor,
    private readonly settings: Settings,
  ) {}

  async plant(lead: number): Promise<PlantedReceived> {
    // A deadline has whole seconds.
    const closes = Math.ceil((Date.now() + lead) / 1_000) * 1_000;
    const call = closingCall(new Date(closes).toISOString());
    const known = await this.find('select from call where id = $1', [call.id]);
    if (known.length > 0) return { calls: 0, consortia: 0, offers: 0 };
    const offers: { offer: SampleOffer; id: string }[] = [];
    await this.before(closes, async () => {
      await plantCall(this.calls, await this.signedIn('administrator'), call);
      for (const offer of receivedOffers(periodOf(call))) {
        offers.push({ offer, id: await this.written(offer, call.id) });
      }
      for (const { offer, id } of offers) await this.confirmed(offer, id);
      for (const { offer, id } of offers.slice(0, -1)) await this.handedIn(offer, id, Date.now());
    });
    await pause(closes + LATE_MS - Date.now());
    for (const { offer, id } of offers.slice(-1)) await this.handedIn(offer, id, closes + LATE_MS);
    await this.seated(call.id);
    return { calls: 1, consortia: this.formedNow, offers: offers.length };
  }

  /** Nobody has declared anything: that is for whoever tries the demo. */
  private async seated(callId: string): Promise<void> {
    const who = await this.signedIn('administrator');
    await this.seats.form(who, callId, { basis: SAMPLE_COMMISSION.basis });
    for (const { person, office, namedBy } of SAMPLE_COMMISSION.seats) {
      const { personId } = await this.signedIn(person);
      await this.seats.seat(who, callId, { id: randomUUID(), personId, office, namedBy, namedByNip: null });
    }
  }

  /** @throws TooSlow; also when the portal itself says so first */
  private async before(closes: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw Date.now() > closes ? new TooSlow() : error;
    }
    if (Date.now() > closes) throw new TooSlow();
  }

  /** D has no consortium yet; another's is found by its centre and its leader. */
  private async written(offer: SampleOffer, callId: string): Promise<string> {
    const leader = leaderOf(offer);
    const { teryt, name } = offer.consortium.centre;
    const [found] = await this.find(
      `select c.id from consortium c
       join local_centre l on l.id = c.local_centre_id and l.teryt = $2 and l.name = $3
       join member m on m.consortium_id = c.id and m.role = 'LEADER' and m.left_at is null
       join organisation o on o.id = m.organisation_id and o.regon = $1
       order by c.created_at limit 1`,
      [sampleOrganisation(leader).regon, teryt, name],
    );
    const consortiumId = found?.id ?? (await this.formed(offer));
    const who = await this.signedIn(coordinatorOf(leader).key, leader);
    const id = await plantOffer(this.offers, who, offer, { callId, consortiumId, whole: true });
    if (COUNCIL_OPINION.of.includes(offer.key)) await this.recommended(who, id, offer);
    return id;
  }

  private async formed({ consortium }: SampleOffer): Promise<string> {
    const { teryt, name } = consortium.centre;
    const [centre] = await this.find('select id from local_centre where teryt = $1 and name = $2', [teryt, name]);
    const ids = new Map<string, string>();
    for (const { organisation } of consortium.members) ids.set(organisation, await this.organisation(organisation));
    const who = await this.signedIn('administrator');
    this.formedNow += 1;
    return plantConsortium(
      this.consortia,
      who,
      factsOfSample(consortium),
      centre?.id ?? '',
      (key) => ids.get(key) ?? '',
    );
  }

  private async organisation(key: string): Promise<string> {
    const { regon } = sampleOrganisation(key);
    const [found] = await this.find('select id from organisation where regon = $1', [regon]);
    if (!found) throw new Error(`nobody planted ${key}`);
    return found.id;
  }

  private async recommended(who: SignedIn, offerId: string, { key }: SampleOffer): Promise<void> {
    const id = randomUUID();
    const session = addDays(inWarsaw(new Date().toISOString()).date, -1);
    await this.council.ask.ask(who, offerId, { id, summary: COUNCIL_OPINION.summary });
    await this.council.resolve.resolve(await this.signedIn('rada'), id, {
      resolutionNumber: `${COUNCIL_OPINION.of.indexOf(key) + 1}/${session.slice(0, 4)}`,
      sessionOn: session,
      ...{ votesFor: 7, votesAgainst: 1, votesAbstained: 1, excluded: 0 },
      reasons: COUNCIL_OPINION.reasons,
    });
  }

  /** By everybody who represents a member, and the treasurers. */
  private async confirmed({ consortium }: SampleOffer, id: string): Promise<void> {
    for (const { organisation } of consortium.members) {
      for (const { key } of samplePeople.filter((person) => signsFor(person, organisation))) {
        const who = await this.signedIn(key, organisation);
        const { sha256 } = await this.signing.signing(who, id);
        await this.signing.confirm(who, id, { id: randomUUID(), sha256 });
      }
    }
  }

  private async handedIn(offer: SampleOffer, id: string, at: number): Promise<void> {
    const leader = leaderOf(offer);
    const who = await this.signedIn(coordinatorOf(leader).key, leader);
    const { sha256 } = await this.signing.signing(who, id);
    await this.submission.submit(who, id, { id: randomUUID(), sha256 }, new Date(at).toISOString());
  }

  private find(query: string, values: unknown[]): Promise<{ id: string }[]> {
    return this.door.worker((manager) => manager.query<{ id: string }[]>(query, values));
  }

  /** Somebody of the sample, as they would stand there in a session; `organisation`: for whom they act. */
  private async signedIn(key: string, organisation: string | null = null): Promise<SignedIn> {
    const { name, email, grants: all } = personOf(key);
    const [person] = await this.door.gate((manager) =>
      manager.query<{ id: string }[]>('select id from person where email = $1', [email]),
    );
    const acting = organisation && (await this.organisation(organisation));
    if (!person) throw new Error(`nobody planted ${key}`);
    const grants = all
      .filter((grant) => grant.organisation === organisation)
      .map(({ role, teryt }): NamedGrant => ({
        role,
        teryt,
        organisationId: acting,
        organisationName: null,
      }));
    const actingBody = organisation ? null : bodyOf(grants[0]?.role ?? 'ADMINISTRATOR');
    return {
      ...{ sessionId: '', personId: person.id, name, email, level: 'FULL', viewer: null, confirmed: true },
      ...{ actingFor: acting, actingBody, grants, allGrants: grants, expiresAt: '', endsAt: '' },
    };
  }
}

const periodOf = ({ values }: SampleCall): Period => ({
  from: String(values['basics.periodFrom']),
  to: String(values['basics.periodTo']),
});

const leaderOf = ({ consortium }: SampleOffer): string =>
  consortium.members.find(({ role }) => role === 'LEADER')?.organisation ?? '';

function personOf(key: string): SamplePerson {
  const found = samplePeople.find((each) => each.key === key);
  if (!found) throw new Error(`no person ${key} in the sample`);
  return found;
}

function coordinatorOf(organisation: string): SamplePerson {
  const found = samplePeople.find(({ grants }) =>
    grants.some((grant) => grant.role === 'COORDINATOR' && grant.organisation === organisation),
  );
  if (!found) throw new Error(`nobody coordinates ${organisation}`);
  return found;
}

const SIGNS: readonly Role[] = ['SIGNER', 'MUNICIPALITY_SIGNER', 'TREASURER'];
const signsFor = ({ grants }: SamplePerson, organisation: string): boolean =>
  grants.some((grant) => grant.organisation === organisation && SIGNS.includes(grant.role));
