import { accessTable } from '../http/access-table';
import { requestSchema } from '../openapi/request-schemas';

/** Free texts that stand in addresses, each with why no person's name, e-mail or number belongs into it. */
const FREE: Readonly<Record<string, string>> = {
  'GET /api/v1/organisations?search': 'names and numbers of a public register; a search of it can be sent on',
  'GET /api/v1/organisations?after': 'cursor: name and id of an organisation',
  'GET /api/v1/organisations?teryt': 'code of a municipality',
  'GET /api/v1/consortia?search': 'titles, municipalities and leaders; a search of them can be sent on',
  'GET /api/v1/consortia?after': 'cursor: of a consortium',
  'GET /api/v1/calls?after': 'cursor: moment and id of a call',
  'GET /api/v1/calls/:id/formal?after': 'cursor: number of a receipt',
  'GET /api/v1/calls/:id/scoring/offers/:offer/sheet/history?path': 'path of a field: names of the form and ids',
  'GET /api/v1/calls/:id/history?after': 'cursor: number of an entry',
  'GET /api/v1/calls/:id/questions?after': 'cursor: moment and id of a question',
  'GET /api/v1/public/calls/:slug/questions?after': 'cursor: moment and id of a question',
  'GET /api/v1/public/outages?after': 'cursor: moment and id of an outage',
  'GET /api/v1/offers?after': 'cursor: moment and id of an offer',
  'GET /api/v1/offers/:id/sheet/history?path': 'path of a field: names of the form and ids, nothing else fits',
  'GET /api/v1/recommendations?after': 'cursor: moment and id of a request',
  'GET /api/v1/calls/:id/sheet/history?path': 'path of a field: names of the form and ids, nothing else fits',
  'GET /api/v1/public/calls?after': 'cursor: moment, place in the order and id of a call',
  'GET /api/v1/consortia/:id/history?after': 'cursor: number of an entry',
  'GET /api/v1/organisations/:id/history?after': 'cursor: number of an entry',
  'GET /api/v1/journal?act': 'code of an act',
  'GET /api/v1/journal?after': 'cursor: number of an entry',
};

/** Parts of paths: ids (proved to be UUIDs, S-02), and names that the portal itself gave. */
const OF_CALLS = [':question', ':offer', ':attachment', ':seat', ':tie', ':request', ':appeal', ':award'];
const IDS = [':id', ':memberId', ':confirmation', ...OF_CALLS];
const PLACES = [...IDS, ':provider', ':file', ':slug', ':no', ':sha256'];

describe('people in addresses', () => {
  it('S-40: an address takes no free text but those looked at one by one', () => {
    const free = accessTable.flatMap(({ method, path, asks }) =>
      Object.entries(asks ? (requestSchema(asks, undefined).properties ?? {}) : {})
        .filter(([, { type, format, enum: values }]) => type === 'string' && !format && !values)
        .map(([field]) => `${method} ${path}?${field}`),
    );
    expect(free.sort()).toEqual(Object.keys(FREE).sort());
  });

  it('S-40: a path has places for ids and for names that the portal gave', () => {
    const places = new Set(accessTable.flatMap(({ path }) => path.match(/:\w+/g) ?? []));
    expect([...places].filter((place) => !PLACES.includes(place))).toEqual([]);
  });

  it('S-40: people are searched, and duplicates of what is being typed looked for, by bodies', () => {
    const ways = (act: string) => accessTable.filter((access) => access.act === act);
    for (const act of ['listPeople', 'findDuplicates'])
      expect(ways(act).map(({ method, asks }) => [method, asks])).toEqual([['POST', undefined]]);
  });
});
