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
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from '../database/transaction';
import { isBlank } from '../http/blank';
import { validation } from '../http/problem-error';

const CENTRES = `select c.id, c.name, c.teryt, m.name as municipality, c.phase::int as phase
  from local_centre c join municipality m on m.teryt = c.teryt`;

/** Where things are and what the programme lists: read by everybody, changed by few. */
@Injectable()
export class PlaceService {
  constructor(private readonly dataSource: DataSource) {}

  /** Counties and the municipalities whose codes are valid today in Poland. */
  async territory(): Promise<TerritoryResponse> {
    const counties = await this.dataSource.query<TerritoryResponse['counties']>(
      'select teryt, name, kind from county order by teryt',
    );
    const municipalities = await this.dataSource.query<TerritoryResponse['municipalities']>(
      `select teryt, name, county_teryt as county, kind, zit from municipality
       where (now() at time zone 'Europe/Warsaw')::date between valid_from and coalesce(valid_to, 'infinity')
       order by name collate "pl-x-icu", teryt`,
    );
    return { counties, municipalities };
  }

  async localCentres(): Promise<LocalCentreList> {
    const items = await this.dataSource.query<LocalCentreResponse[]>(
      `${CENTRES} order by m.name collate "pl-x-icu", c.name collate "pl-x-icu", c.id`,
    );
    return { items };
  }

  async planLocalCentre(given: PlanLocalCentre): Promise<LocalCentreResponse> {
    if (isBlank(given.name))
      throw validation([{ pointer: '/name', message: errorWords.field.notEmpty(errorWords.labelOf('name')) }]);
    return inTransaction(this.dataSource, (manager) => planLocalCentre(manager, given));
  }

  async ruleSets(): Promise<RuleSetList> {
    const rows = await this.dataSource.query<{ rules: RuleSetList['items'][number] }[]>(
      'select rules from rule_set order by published_at desc, version desc',
    );
    return { items: rows.map((row) => row.rules) };
  }

  async catalogue(): Promise<CatalogueResponse> {
    const legalForms = await this.dataSource.query<CatalogueResponse['legalForms']>(
      'select code, name as pl, sector from legal_form order by position, code',
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
