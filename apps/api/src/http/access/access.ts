import type { PolicyAct } from '@zit/domain';
import type { routeWords } from '@zit/words.pl/routes';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One route: who may come in, and what OpenAPI says about it. */
export interface Access {
  method: Method;
  /** As the router has it, with `:name` for parameters. */
  path: string;
  /** The act behind it: who may do it stands in the policy, its sentence in `words.pl/routes`. */
  act: PolicyAct & keyof typeof routeWords;
  /**
   * The door: anybody; anybody with a session, however far signing in has come; of those, who has no second factor to
   * show any more; anybody signed in for good; or, of those, only who has a row for the act in the policy. What is not
   * yours is decided inside, by the same policy.
   */
  who: 'public' | 'session' | 'enrolling' | 'signed-in' | 'policy';
  /** Open also to who looks through another's eyes, although it is no reading: leaving, and ending the view. */
  viewerMay?: true;
  /** Class of the body, of the query string, and type of the answer, by their names in `@zit/contracts`. */
  takes?: string;
  asks?: string;
  answers?: string;
  /** Media type of an answer that is not JSON. */
  media?: string;
  /** Status of success; 200 when not said. */
  status?: 201 | 204 | 302;
  /** Takes a file as it is (`application/octet-stream`) instead of JSON; the route itself counts its bytes. */
  bytes?: true;
  /** Body limit in bytes when one megabyte is not right. */
  bodyLimit?: number;
}

/** What the paths of the API begin with. */
export const API = '/api/v1';
