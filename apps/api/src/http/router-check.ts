import type { FastifyInstance, RouteOptions } from 'fastify';
import { accessTable } from './access-table';
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

/** @throws when a route is missing in the access table, or an entry of the table has no route */
export function checkRoutes(routes: readonly Route[]): void {
  const real = routes.filter((route) => !implied(route));
  const served = new Set(real.map((route) => `${route.method} ${route.path}`));
  const unlisted = real.filter((route) => !accessOf(route.method, route.path));
  const unserved = accessTable.filter((access) => !served.has(`${access.method} ${access.path}`));
  const faults = [
    ...unlisted.map((route) => `no entry for ${route.method} ${route.path}`),
    ...unserved.map((access) => `no route for ${access.method} ${access.path}`),
  ];
  if (faults.length > 0) throw new Error(`access table: ${faults.join('; ')}`);
}
