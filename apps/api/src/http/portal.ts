import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { RequestMethod, type DynamicModule, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Logger } from 'pino';
import { AppModule } from '../app.module';
import type { QueryLogger } from '../database/query-logger';
import { stampReceived } from '../submission/received-at';
import { giveTurns } from '../submission/turns';
import { closeWhenAnswered } from './close-when-answered';
import { NestLog, logAnswers, newLog } from './log';
import { sendProblem } from './problem.filter';
import { refuseUnreadable } from './refuse-unreadable';
import { requestProblem } from './request-problem';
import { checkRoutes, watchRoutes } from './router-check';
import { requireSameOrigin } from './same-origin';
import { setSecurityHeaders } from './security-headers';
import type { Settings } from './settings';
import { handOnBytes, limitSlowBodies } from './slow-bodies';
import { serveWeb } from './web-files';

/** Largest body but for the routes whose access entry says otherwise; only the budget brings more. */
const BODY_LIMIT = 1_048_576;
/** A slow client may take this long to send the head of a request, and then its body; but a file of 25 MB longer. */
const REQUEST_TIMEOUT_MS = 30_000;
const FILE_TIMEOUT_MS = 600_000;

/** Who listens to a portal: to its statements, and to its log instead of standard output. */
export interface Listeners {
  queries?: QueryLogger;
  log?: Logger;
  /** What tests put in a place that is empty in service, e.g. `DOOR_MODE`. */
  places?: Extract<Provider, { provide: unknown }>[];
}

/** The whole portal, ready to listen: API, documentation and web in one process. */
export async function createPortal(settings: Settings, listeners: Listeners = {}): Promise<NestFastifyApplication> {
  const log = listeners.log ?? newLog(settings.logLevel);
  const adapter = newAdapter(settings, log);
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const routes = watchRoutes(fastify);
  logAnswers(fastify);
  closeWhenAnswered(fastify);
  stampReceived(fastify);
  giveTurns(fastify, settings.poolSize);
  limitSlowBodies(fastify, REQUEST_TIMEOUT_MS);
  handOnBytes(fastify);
  await setSecurityHeaders(fastify, settings.secureCookie);
  await fastify.register(cookie);
  fastify.addHook('onRequest', (request, _reply, done) => {
    requireSameOrigin(request, settings.publicOrigin);
    done();
  });
  const portal = AppModule.with(settings, listeners.queries ?? null);
  const module = { ...portal, imports: [...(portal.imports ?? []), filled(listeners.places ?? [])] };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_PREFIX.map((path) => ({ path, method: RequestMethod.GET })) });
  serveWeb(fastify, settings.webRoot);
  await app.init();
  checkRoutes(routes);
  return app;
}

/** Fills places for the whole portal. */
const filled = (places: NonNullable<Listeners['places']>): DynamicModule => ({
  module: class Places {},
  global: true,
  providers: places,
  exports: places.map(({ provide }) => provide),
});

const newAdapter = (settings: Settings, log: Logger): FastifyAdapter =>
  new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'trace' }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: FILE_TIMEOUT_MS,
    http: { headersTimeout: REQUEST_TIMEOUT_MS },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
    trustProxy: settings.trustProxy.length > 0 ? settings.trustProxy : false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(request, reply, requestProblem(error) ?? error),
    clientErrorHandler: refuseUnreadable,
  });

/** Addresses for machines and for the documentation do not change with the API's version. */
const OUTSIDE_PREFIX = ['livez', 'readyz', 'version', 'api/openapi.json', 'api/docs', 'api/docs/:file'];
