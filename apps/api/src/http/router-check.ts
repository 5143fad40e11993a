import { POLICY, type PolicyRule } from '@zit/domain';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { accessTable, type Access } from './access-table';
import { accessOf } from './access.guard';

/** A route that Fastify serves but nobody asks for by name: HEAD comes with every GET. */
const implied = (route: { method: string }): boolean => route.method === 'HEAD' || route.method === 'OPTIONS';

export interface Route {
  method: string;
  path: string;
}

/**
 * Listens to the router while it is filled: gives each route its body limit from the access table, and keeps the
 * list for `checkRoutes`. Call it before any route exists.
 */
export function watchRoutes(fastify: FastifyInstance): Route[] {
  const routes: Route[] = [];
  fastify.addHook('onRoute', (options: RouteOptions) => {
    for (const method of [options.method].flat()) {
      routes.push({ method, path: options.url });
      const limit = accessOf(method, options.url)?.bodyLimit;
      if (limit) options.bodyLimit = limit;
    }
  });
  return routes;
}

/**
 * @throws when a route is missing in the access table, an entry of the table has no route, or table and policy do not
 * speak of the same acts
 */
export function checkRoutes(routes: readonly Route[], policy: Readonly<Record<string, PolicyRule>> = POLICY): void {
  const real = routes.filter((route) => !implied(route));
  const served = new Set(real.map((route) => `${route.method} ${route.path}`));
  const unlisted = real.filter((route) => !accessOf(route.method, route.path));
  const unserved = accessTable.filter((access) => !served.has(`${access.method} ${access.path}`));
  const faults = [
    ...unlisted.map((route) => `no entry for ${route.method} ${route.path}`),
    ...unserved.map((access) => `no route for ${access.method} ${access.path}`),
    ...policyFaults(policy),
  ];
  if (faults.length > 0) throw new Error(`access table: ${faults.join('; ')}`);
}

function policyFaults(policy: Readonly<Record<string, PolicyRule>>): string[] {
  const acts = accessTable.map((access) => access.act as string);
  return [
    ...accessTable.flatMap(({ act, who }) => {
      const rule = policy[act];
      if (!rule) return [`no rule of the policy for ${act}`];
      return doorsOf(rule).includes(who) ? [] : [`the door of ${act} is ${String(who)}, the policy says otherwise`];
    }),
    ...Object.keys(policy).flatMap((act) => (acts.includes(act) ? [] : [`no route for ${act} of the policy`])),
    ...acts.flatMap((act, at) => (acts.indexOf(act) < at ? [`two routes for ${act}`] : [])),
  ];
}

/** Doors that may stand before a rule; a rule by roles may also be asked inside only, to answer 404 to strangers. */
function doorsOf({ who }: PolicyRule): readonly Access['who'][] {
  if (who === 'PUBLIC') return ['public'];
  if (who === 'SESSION') return ['session'];
  if (who === 'ENROLLING') return ['enrolling'];
  return typeof who === 'string' ? ['signed-in'] : ['policy', 'signed-in'];
}
