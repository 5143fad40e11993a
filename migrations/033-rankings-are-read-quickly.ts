import type { MigrationInterface, QueryRunner } from 'typeorm';
import { replacedIn } from './rows/corrections';

/** What a ranking reads of each offer and card, instead of the whole text of either. */
const READ_QUICKLY: readonly (readonly [string, string])[] = [
  [
    `coalesce(x.contents #>> '{contents,basics,title}', x.contents #>> '{consortium,title}')`,
    `coalesce(x.title, x.consortium)`,
  ],
  [`'consortium', x.contents #>> '{consortium,title}'`, `'consortium', x.consortium`],
  [
    `(select coalesce(sum((l ->> 'amountGrosze')::bigint), 0)
              from json_array_elements(x.contents #> '{contents,budget,lines}') l where l ->> 'source' = 'ZIT')`,
    'x.zit_grosze',
  ],
  ['select k.contents::json as contents from', 'select k.title, k.consortium, k.zit_grosze from'],
  // Fifty thousand cards as one text, put together without an object for each.
  [
    `(select coalesce(json_agg(json_build_object(
            'personId', c.person_id, 'offerId', c.offer_id, 'contents', v.contents::json) order by c.person_id, c.offer_id), '[]')`,
    `(select coalesce('[' || string_agg('["' || c.person_id || '","' || c.offer_id || '",' || v.points || ']', ','
            order by c.person_id, c.offer_id) || ']', '[]')::json`,
  ],
  ['select n.contents from score_version', 'select n.points from score_version'],
];

const WORKED_OUT: readonly (readonly [table: string, column: string])[] = [
  ['offer_content', 'title'],
  ['offer_content', 'consortium'],
  ['offer_content', 'zit_grosze'],
  ['score_version', 'points'],
];

/**
 * What many offers and cards are listed and ranked by stands beside their texts, worked out by the database as they are
 * kept: 10 000 offers are no reason to read 10 000 texts.
 */
export class RankingsAreReadQuickly implements MigrationInterface {
  name = 'RankingsAreReadQuickly1764000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function zit_of_offer(contents json) returns bigint language sql immutable
      set search_path = pg_catalog as $$
        select coalesce(sum((l ->> 'amountGrosze')::bigint), 0)::bigint
        from json_array_elements(contents #> '{contents,budget,lines}') l where l ->> 'source' = 'ZIT'
      $$`);
    await runner.query(`
      alter table offer_content
        -- As its own sheet names it; null: it does not.
        add column title text generated always as (contents::json #>> '{contents,basics,title}') stored,
        add column consortium text generated always as (contents::json #>> '{consortium,title}') stored,
        -- Lines paid from the programme, in grosze.
        add column zit_grosze bigint not null generated always as (zit_of_offer(contents::json)) stored`);
    await runner.query(`
      alter table score_version
        -- Whole points by the code of their criterion.
        add column points jsonb generated always as (contents::jsonb -> 'points') stored`);
    await this.rank(runner, READ_QUICKLY);
  }

  private async rank(runner: QueryRunner, pieces: readonly (readonly [string, string])[]): Promise<void> {
    await runner.query('grant create on schema public to zit_scope');
    await runner.query('set local role zit_scope');
    await runner.query(replacedIn('ranking_of(uuid)', pieces));
    await runner.query('reset role');
    await runner.query('revoke create on schema public from zit_scope');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.rank(
      runner,
      READ_QUICKLY.map(([before, after]) => [after, before] as const),
    );
    for (const [table, column] of WORKED_OUT) await runner.query(`alter table ${table} drop column ${column}`);
    await runner.query('drop function zit_of_offer(json)');
  }
}
