import type { ConsortiumFields, ConsortiumResponse, MemberFields, MemberResponse } from '@zit/contracts';

/** Every field of the consortium's card as it travels in a change. */
export type AllConsortiumFields = Required<ConsortiumFields>;
export type AllMemberFields = Required<MemberFields>;

/** The card of a consortium, read from the facts. */
export const fieldsOf = (of: ConsortiumResponse): AllConsortiumFields => ({
  title: of.title,
  callNo: of.centre.callNo,
  periodFrom: of.periodFrom,
  periodTo: of.periodTo,
  legalRegime: of.legalRegime,
  declaredTotalGrosze: of.declared.totalGrosze,
  distinctPersons: of.distinctPersons,
  letterOfIntentSignedOn: of.letterOfIntentSignedOn,
  targetGroups: of.targetGroups,
  services: of.services,
  servicePoints: of.servicePoints,
  catalogueAdditions: of.catalogueAdditions.map((one) => ({ ...one, justification: one.justification ?? '' })),
});

/** The facts with some fields of the card changed. A period needs both days. */
export const withFields = (of: ConsortiumResponse, changes: Partial<ConsortiumFields>): ConsortiumResponse => {
  const fields: AllConsortiumFields = { ...fieldsOf(of), ...changes };
  return {
    ...of,
    title: fields.title,
    centre: { ...of.centre, callNo: fields.callNo },
    periodFrom: fields.periodFrom,
    periodTo: fields.periodTo,
    period:
      fields.periodFrom !== null && fields.periodTo !== null ? { from: fields.periodFrom, to: fields.periodTo } : null,
    legalRegime: fields.legalRegime,
    declared: { ...of.declared, totalGrosze: fields.declaredTotalGrosze },
    distinctPersons: fields.distinctPersons,
    letterOfIntentSignedOn: fields.letterOfIntentSignedOn,
    targetGroups: fields.targetGroups,
    services: fields.services,
    servicePoints: fields.servicePoints,
    catalogueAdditions: fields.catalogueAdditions,
  };
};

/** What people state about one member inside this consortium. */
export const memberFieldsOf = (member: MemberResponse): AllMemberFields => ({
  tasks: member.tasks,
  similarProjects3y: member.similarProjects3y,
  turnoverGrosze: member.turnoverGrosze,
  votes: member.votes,
  declaredCashGrosze: member.declaredCashGrosze,
  declaredInKindGrosze: member.declaredInKindGrosze,
});

/** Equal as JSON values; the order of keys means nothing (the server keeps its own). */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b;
  }
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.length === others.length && keys.every((key) => key in right && sameValue(left[key], right[key]));
}

/** The part of `changes` that differs from `now`, with the values it differs from. */
export function difference<F extends object>(now: F, changes: Partial<F>): { changes: Partial<F>; base: Partial<F> } {
  const found = { changes: {} as Partial<F>, base: {} as Partial<F> };
  for (const key of Object.keys(changes) as (keyof F)[]) {
    if (!sameValue(now[key], changes[key])) {
      found.changes[key] = changes[key];
      found.base[key] = now[key];
    }
  }
  return found;
}
