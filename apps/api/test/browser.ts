import { caller, type Answer, type Caller } from './portal';

/** A browser that keeps the session's cookie when it changes, as real ones do. */
export function browser(url: string, personId: string, first: string | null): Caller {
  let token = first;
  const kept = async <Body>(asked: (by: Caller) => Promise<Answer<Body>>): Promise<Answer<Body>> => {
    const answer = await asked(caller(url, personId, token));
    token = sessionOf(answer.headers) ?? token;
    return answer;
  };
  return {
    personId,
    get token() {
      return token;
    },
    get: (path, headers) => kept((by) => by.get(path, headers)),
    post: (path, body) => kept((by) => by.post(path, body)),
    patch: (path, body) => kept((by) => by.patch(path, body)),
    put: (path, body) => kept((by) => by.put(path, body)),
    del: (path) => kept((by) => by.del(path)),
  };
}

/** The session's token that an answer brings; null when it brings none. */
export const sessionOf = (headers: Headers): string | null =>
  /(?:^|, |-)zit=([\w-]{43});/.exec(headers.get('set-cookie') ?? '')?.[1] ?? null;
