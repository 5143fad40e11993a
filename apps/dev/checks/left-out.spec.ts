import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const rooms = ['apps/api/src', 'apps/web/src', 'libs/domain/src', 'libs/contracts/src', 'libs/documents/src'];
const sources = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => ({ path: join(room, name), text: readFileSync(join(root, room, name), 'utf8') })),
);
const saying = (pattern: RegExp): string[] => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Where spreadsheets come in or leave: attached files, an offer's budget, an assessor's own points, a published result. */
const READ =
  /^apps\/api\/src\/files\/content\/|^libs\/domain\/src\/attachment\/|\/offer-budget\.ts$|\/offer\/budget\/|\/score-file[-a-z]*\.ts$|\/words\.pl\/(scoring|answers)-page\.ts$|\/result\/public-result-page\.ts$/;

/** Attacks on what the portal does not have. Whoever adds one of these meets the attack first. */
describe('left out of the portal', () => {
  it('S-10: the server opens connections in three places: to what its settings name as store, mail server and providers', () => {
    const opening =
      /(?<![.\w])fetch\(|^import (?!type )[^;]*from '(?:(?:node:)?(?:https?|http2|net|tls|dgram)|undici|axios|nodemailer\/lib\/smtp-connection)'/m;
    const served = saying(opening).filter((path) => !path.startsWith('apps/web/'));
    expect(served).toEqual([
      'apps/api/src/files/s3-store.ts',
      'apps/api/src/mail/deliver.ts',
      'apps/api/src/provider/capped-fetch.ts',
    ]);
  });

  it('S-11: nothing but an offer’s budget, one’s own scores and a result leaves as a spreadsheet, and no package writes one', () => {
    expect(saying(/text\/csv|spreadsheetml|\.csv\b|\.xlsx\b/).filter((path) => !READ.test(path))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => /csv|xlsx|excel|papaparse/.test(name))).toEqual([
      'read-excel-file',
    ]);
  });

  it('S-19: nobody is recognised by a signed token: none is made, none is read by code of ours', () => {
    expect(saying(/jsonwebtoken|from 'jose|decodeJwt|jwtVerify|Bearer /)).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => /jsonwebtoken|jose|passport|jwt/.test(name))).toEqual([]);
  });

  it('S-08: no markup is made from text, and Angular’s sanitiser is not gone round', () => {
    expect(saying(/bypassSecurityTrust|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\(/)).toEqual([]);
    expect(saying(/\[(innerHTML|outerHTML|srcdoc|attr\.href|attr\.xlink:href|attr\.on\w+)\]/)).toEqual([]);
  });

  it('S-18: the browser keeps nothing of the API: there is no service worker', () => {
    expect(saying(/serviceWorker|ngsw|caches\.open/)).toEqual([]);
  });
});
