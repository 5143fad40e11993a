import type { DataSource } from 'typeorm';

/**
 * The baseline of the bench of rankings: mean of weighted points of each offer over the newest version of its cards,
 * highest first. No conflict, no tie, no threshold, no line, no wall; of several ways to write it the quickest. Points of
 * the automatic criterion are those of the cards.
 */
export async function bareRanking(dataSource: DataSource, callId: string): Promise<string[]> {
  const [row] = await dataSource.query<[{ contents: string }]>('select contents from call_edition where call_id = $1', [
    callId,
  ]);
  const { contents } = JSON.parse(row.contents) as {
    contents: { criteria: { list: { code: string; weight: number }[] } };
  };
  const sum = contents.criteria.list.map(({ code, weight }) => `${weight} * (points ->> '${code}')::int`).join(' + ');
  const rows = await dataSource.query<{ number: string }[]>(
    `with given as materialized (
       select c.offer_id, v.points from score_card c
       join lateral (select points from score_version n where n.card_id = c.id order by n.no desc limit 1) v on true
       where c.call_id = $1)
     select s.number, sum(${sum})::numeric / (10 * count(*)) as score
     from given join offer_standing s using (offer_id) group by s.number order by score desc, s.number`,
    [callId],
  );
  return rows.map(({ number }) => number);
}
