import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { METHOD_METADATA, PARAMTYPES_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { contractSchemas } from '../../test/contract-schemas';
import { startPortal, type TestPortal } from '../../test/portal';
import { accessTable } from '../http/access-table';
import { describeApi } from './describe-api';

const file = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** `UPDATE_API=1` writes what the code says; without it the committed file has to agree. */
const agree = (path: string, now: string): void => {
  if (process.env['UPDATE_API'] === '1') writeFileSync(file(path), now);
  expect([path, readFileSync(file(path), 'utf8') === now]).toEqual([path, true]);
};

interface Handler {
  method: string;
  path: string;
  takes: string | undefined;
  asks: string | undefined;
}

/** BODY and QUERY among Nest's kinds of parameters. */
const BODY = '3:';
const QUERY = '4:';

/** Every handler that the running portal has, with the classes of its body and its query. */
function handlers(portal: TestPortal): Handler[] {
  const modules = [...portal.app.get(ModulesContainer).values()];
  return modules.flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => {
      const controller = metatype as new () => object;
      const prototype = controller.prototype as Record<string, object>;
      return Object.getOwnPropertyNames(prototype).flatMap((name): Handler[] => {
        const handler = prototype[name];
        if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
        const args = Object.keys((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as object);
        const types = Reflect.getMetadata(PARAMTYPES_METADATA, prototype, name) as { name: string }[];
        const typeOf = (kind: string) => {
          const key = args.find((arg) => arg.startsWith(kind));
          return key && types[Number(key.slice(kind.length))]?.name;
        };
        const parts = [controller, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part)));
        const path = parts
          .map((part) => part.replaceAll(/^\/|\/$/g, ''))
          .filter(Boolean)
          .join('/');
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
        return [{ method, path: `/${path}`, takes: typeOf(BODY), asks: typeOf(QUERY) }];
      });
    }),
  );
}

describe('the description of the API', () => {
  const definitions = contractSchemas();

  it('knows the types as they are (UPDATE_API=1 writes libs/contracts/src/schemas.json)', () => {
    agree('libs/contracts/src/schemas.json', `${JSON.stringify({ definitions }, null, 2)}\n`);
  });

  it('is committed as the code says (UPDATE_API=1 writes apps/api/openapi.json)', () => {
    agree('apps/api/openapi.json', describeApi(definitions));
  });

  describe('of the running portal', () => {
    let portal: TestPortal;
    beforeAll(async () => {
      portal = await startPortal();
    });
    afterAll(() => portal.stop());

    it('names each route once, with the classes that its handler really takes', () => {
      const described = accessTable
        .filter((access) => access.path !== '/*')
        .map(({ method, path, takes, asks }) => ({ method, path: path.replace(/^\/api\/v1/, ''), takes, asks }));
      const inOrder = (list: Handler[]) => list.map((one) => JSON.stringify(one)).sort((a, b) => (a < b ? -1 : 1));
      expect(inOrder(handlers(portal))).toEqual(inOrder(described));
    });

    it('is served as JSON and as a page that lives without inline script', async () => {
      const json = await portal.stranger.get<{ openapi: string; paths: object }>('/api/openapi.json');
      expect(json.body.openapi).toBe('3.1.0');
      expect(Object.keys(json.body.paths).length).toBeGreaterThan(10);
      const page = await portal.stranger.get<string>('/api/docs');
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.body).not.toMatch(/<script>|<style|style="|onclick/);
      for (const name of page.body.match(/\/api\/docs\/[\w.-]+/g) ?? [])
        expect([name, (await portal.stranger.get(name)).status]).toEqual([name, 200]);
      expect((await portal.stranger.get('/api/docs/package.json')).status).toBe(404);
    });
  });
});
