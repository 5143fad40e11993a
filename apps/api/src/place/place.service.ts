import { Injectable } from '@nestjs/common';
import type {
  CatalogueResponse,
  LocalCentreList,
  LocalCentreResponse,
  PlanLocalCentre,
  RuleSetList,
  TerritoryResponse,
} from '@zit/contracts';
import { CATEGORIES, SERVICES, TARGET_GROUPS } from '@zit/domain';
import { errorWords } from '@zit/words.pl/errors';
import type { EntityManager } from 'typeorm';
import { Door, type DoorUser } from '../database/door';
import { isBlank } from '../http/blank';
import { validation } from '../http/problem-error';

const CENTRES = `select c.id, c.name, c.teryt, m.name as municipality, c.phase::int as phase
  from local_centre c join municipality m on m.teryt = c.teryt`;

/** Where things are and what the programme lists: read by everybody, changed by few. */
@Injectable()
export class PlaceService {
  constructor(private readonly door: Door) {}

  /** Counties and the municipalities whose codes are valid today in Poland. */
  territory(): Promise<TerritoryResponse> {
    return this.door.open(async (manager) => {
      const counties = await manager.query<TerritoryResponse['counties']>(
        'select teryt, name, kind from county order by teryt',
      );
      const municipalities = await manager.query<TerritoryResponse['municipalities']>(
        `select teryt, name, county_teryt as county, kind, zit from municipality
         where (now() at time zone 'Europe/Warsaw')::date between valid_from and coalesce(valid_to, 'infinity')
         order by name collate "pl-x-icu", teryt`,
      );
      return { counties, municipalities };
    });
  }

  async localCentres(): Promise<LocalCentreList> {
    const sql = `${CENTRES} order by m.name collate "pl-x-icu", c.name collate "pl-x-icu", c.id`;
    return { items: await this.door.open((manager) => manager.query<LocalCentreResponse[]>(sql)) };
  }

  async planLocalCentre(who: DoorUser, given: PlanLocalCentre): Promise<LocalCentreResponse> {
    if (isBlank(given.name))
      throw validation([{ pointer: '/name', message: errorWords.field.notEmpty(errorWords.labelOf('name')) }]);
    return this.door.write(who, (manager) => planLocalCentre(manager, given));
  }

  async ruleSets(): Promise<RuleSetList> {
    const rows = await this.door.open((manager) =>
      manager.query<{ rules: RuleSetList['items'][number] }[]>(
        'select rules from rule_set order by published_at desc, version desc',
      ),
    );
    return { items: rows.map((row) => row.rules) };
  }

  async catalogue(): Promise<CatalogueResponse> {
    const legalForms = await this.door.open((manager) =>
      manager.query<CatalogueResponse['legalForms']>(
        'select code, name as pl, sector from legal_form order by position, code',
      ),
    );
    return {
      services: [...SERVICES],
      targetGroups: TARGET_GROUPS.map(({ code, pl }) => ({ code, pl })),
      categories: [...CATEGORIES],
      legalForms,
    };
  }
}

/** Plans a centre in a municipality; the act of the route and of the seed. */
export async function planLocalCentre(manager: EntityManager, given: PlanLocalCentre): Promise<LocalCentreResponse> {
  await manager.query('insert into local_centre (name, teryt, phase) values ($1, $2, $3)', [
    given.name,
    given.teryt,
    given.phase,
  ]);
  const [planned] = await manager.query<LocalCentreResponse[]>(`${CENTRES} where c.teryt = $1 and c.name = $2`, [
    given.teryt,
    given.name,
  ]);
  if (!planned) throw new Error('the planned centre is not there');
  return planned;
}
