import { computed, inject, Injectable } from '@angular/core';
import { closedAnywhere, closedToEyes, mayAnywhere, type PolicyAct, type Role } from '@zit/domain';
import { otherHatMay, whoMayWords } from '@zit/words.pl/closed-acts';
import { countyPhrase, grantedRole } from '@zit/words.pl/county';
import { frameWords } from '@zit/words.pl/frame';
import { roleWords } from '@zit/words.pl/roles';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import { hatOf, SessionStore, type Grant, type Hat } from '../session/session-store';

/** One of those a person may act for, with all the roles held there. */
export interface HatChoice extends Hat {
  name: string;
  grants: readonly Grant[];
  /** The roles in words, by commas. */
  roleText: string;
}

/** Acts whose button says who may press it. */
export type ActWithReason = keyof typeof whoMayWords;

const sameHat = (one: Hat, other: Hat): boolean =>
  one.organisationId === other.organisationId && one.body === other.body;

/** Grants by the hat under which they are held, in the order in which the server names them. */
export function hatsOf(grants: readonly Grant[]): HatChoice[] {
  const hats: (Hat & { grants: Grant[] })[] = [];
  for (const grant of grants) {
    const hat = hatOf(grant);
    const known = hats.find((each) => sameHat(each, hat));
    if (known) known.grants.push(grant);
    else hats.push({ ...hat, grants: [grant] });
  }
  return hats.map((hat) => ({ ...hat, name: nameOf(hat), roleText: rolesOf(hat) }));
}

function nameOf({ body, grants }: Hat & { grants: readonly Grant[] }): string {
  if (!body) return grants[0]?.organisationName ?? frameWords.actingForNobody;
  const counties = each(grants.map(({ teryt }) => teryt && countyPhrase(teryt)));
  if (counties && body === 'COUNTY') return `${counties[0]?.toUpperCase()}${counties.slice(1)}`;
  return counties && body === 'NGO_COUNCIL' ? `${frameWords.bodies[body]}, ${counties}` : frameWords.bodies[body];
}

/** The county stands in the name of a county's hat, and beside the role under an organisation's. */
const rolesOf = ({ body, grants }: Hat & { grants: readonly Grant[] }): string =>
  each(grants.map((grant) => (body ? roleWords.name[grant.role] : grantedRole(grant))));

const each = (texts: readonly (string | null)[]): string => [...new Set(texts.filter(Boolean))].join(', ');

/** Whom the person acts for right now and as what; only the grants of that hat count. */
@Injectable({ providedIn: 'root' })
export class ActingFor {
  private readonly session = inject(SessionStore);

  readonly hats = computed(() => hatsOf(this.session.grants()));
  readonly hat = computed<HatChoice | null>(() => {
    const worn = this.session.grant();
    return worn ? (this.hats().find((each) => sameHat(each, hatOf(worn))) ?? null) : null;
  });
  readonly grants = computed<readonly Grant[]>(() => this.hat()?.grants ?? []);
  readonly roles = computed<readonly Role[]>(() => this.grants().map(({ role }) => role));
  /** Set while an administrator looks through this person's eyes. */
  readonly viewer = computed(() => this.session.session()?.viewer ?? null);

  /** True when some grant of the hat opens the act to anything at all, and the eyes are one's own. */
  may(act: PolicyAct): boolean {
    return this.closed(act) === null;
  }

  /** True when the role opens the act, whosever the eyes: by this a page shows to a viewer what it shows the person. */
  holds(act: PolicyAct): boolean {
    return mayAnywhere(this.grants(), act);
  }

  /** Why the act may not be begun, as one reads it beside its button; null when it may. */
  why(act: ActWithReason): string | null {
    const because = this.closed(act);
    if (because === null) return null;
    if (because === 'VIEW_ONLY') return viewOnlyReason;
    const other = this.hats().find(({ grants }) => mayAnywhere(grants, act));
    return other ? `${whoMayWords[act]} ${otherHatMay(other.name)}` : whoMayWords[act];
  }

  /** True for whatever changes something while an administrator looks through this person's eyes. */
  closedToEyes(act: PolicyAct): boolean {
    return closedToEyes({ viewer: this.viewer() }, act);
  }

  readonly seesPeople = computed(() => this.may('listPeople'));
  readonly seesInvitations = computed(() => this.may('listInvitations'));
  readonly speaksForCouncil = computed(() => this.has('NGO_COUNCIL'));
  readonly readsJournal = computed(() => this.has('ADMINISTRATOR', 'AUDITOR'));

  has(...roles: readonly Role[]): boolean {
    return this.roles().some((role) => roles.includes(role));
  }

  private closed(act: PolicyAct): ReturnType<typeof closedAnywhere> {
    return closedAnywhere({ grants: this.grants(), viewer: this.viewer() }, act);
  }
}
