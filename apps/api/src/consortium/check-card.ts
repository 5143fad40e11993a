import type { ConsortiumFields, FieldError } from '@zit/contracts';
import { TARGET_GROUPS } from '@zit/domain';
import { consortiumActWords as words } from '@zit/words.pl/consortium-acts';
import type { EntityManager } from 'typeorm';
import { isBlank } from '../http/blank';
import { validation } from '../http/problem-error';
import type { ConsortiumRow } from './consortium.row';

/**
 * What no consortium can hold, whatever the rules of the call say: references to nothing, doubles, an end before
 * the beginning. Only the fields that change are looked at, so that old data never blocks a new save.
 * @throws 400 VALIDATION with a pointer to each field
 */
export async function checkCard(
  manager: EntityManager,
  after: ConsortiumRow | (ConsortiumFields & { id: string }),
  changed: Partial<ConsortiumFields>,
): Promise<void> {
  const errors = [
    ...missing(changed),
    ...blanks(changed),
    ...period(after, changed),
    ...groups(changed),
    ...doubles(
      'catalogueAdditions',
      changed.catalogueAdditions?.map(({ code }) => code),
    ),
    ...doubles(
      'servicePoints',
      changed.servicePoints?.map(({ id }) => id),
    ),
    ...doubles(
      'services',
      changed.services?.map(({ code, memberId }) => `${code} ${memberId}`),
    ),
    ...(await members(manager, after.id, changed)),
    ...(await places(manager, changed)),
  ];
  if (errors.length > 0) throw validation(errors);
}

/** Lists and words that may be empty but never nothing. */
const REQUIRED = ['title', 'legalRegime', 'targetGroups', 'services', 'servicePoints', 'catalogueAdditions'] as const;

const missing = (changed: Partial<ConsortiumFields>): FieldError[] =>
  REQUIRED.filter((field) => changed[field] === null).map((field) => at(field, words.valueNeeded));

/** Names and addresses of spaces alone would stand empty on the paper. */
const blanks = ({ title, servicePoints, catalogueAdditions }: Partial<ConsortiumFields>): FieldError[] =>
  [
    ...(title ? [{ path: 'title', text: title }] : []),
    ...(servicePoints ?? []).map(({ address }, place) => ({ path: `servicePoints/${place}/address`, text: address })),
    ...(catalogueAdditions ?? []).map(({ pl }, place) => ({ path: `catalogueAdditions/${place}/pl`, text: pl })),
  ]
    .filter(({ text }) => isBlank(text))
    .map(({ path }) => at(path, words.valueNeeded));

function period(
  { periodFrom, periodTo }: Pick<ConsortiumFields, 'periodFrom' | 'periodTo'>,
  changed: Partial<ConsortiumFields>,
): FieldError[] {
  if (!periodFrom || !periodTo || periodFrom <= periodTo) return [];
  return [at(changed.periodTo === undefined ? 'periodFrom' : 'periodTo', words.periodReversed)];
}

function groups({ targetGroups }: Partial<ConsortiumFields>): FieldError[] {
  const known = new Set(TARGET_GROUPS.map(({ code }) => code));
  return [
    ...(targetGroups ?? []).flatMap(({ code }, place) =>
      known.has(code) ? [] : [at(`targetGroups/${place}/code`, words.unknownGroup)],
    ),
    ...doubles(
      'targetGroups',
      targetGroups?.map(({ code }) => code),
    ),
  ];
}

function doubles(field: string, keys: string[] | undefined): FieldError[] {
  return (keys ?? []).flatMap((key, place, all) =>
    all.indexOf(key) === place ? [] : [at(`${field}/${place}`, words.twice)],
  );
}

async function members(
  manager: EntityManager,
  id: string,
  { services }: Partial<ConsortiumFields>,
): Promise<FieldError[]> {
  if (!services?.length) return [];
  const rows = await manager.query<{ id: string }[]>(
    'select id from member where consortium_id = $1 and left_at is null',
    [id],
  );
  const active = new Set(rows.map((row) => row.id));
  return services.flatMap(({ memberId }, place) =>
    active.has(memberId) ? [] : [at(`services/${place}/memberId`, words.noMember)],
  );
}

async function places(manager: EntityManager, { servicePoints }: Partial<ConsortiumFields>): Promise<FieldError[]> {
  if (!servicePoints?.length) return [];
  const rows = await manager.query<{ teryt: string }[]>('select teryt from municipality where teryt = any($1)', [
    servicePoints.map(({ teryt }) => teryt),
  ]);
  const known = new Set(rows.map((row) => row.teryt));
  return servicePoints.flatMap(({ teryt }, place) =>
    known.has(teryt) ? [] : [at(`servicePoints/${place}/teryt`, words.noMunicipality)],
  );
}

const at = (path: string, message: string): FieldError => ({ pointer: `/changes/${path}`, message });
