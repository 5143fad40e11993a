import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { AppModule } from '../app.module';
import type { QueryLogger } from '../database/query-logger';
import { NestLog, logAnswers, newLog } from './log';
import { sendProblem } from './problem.filter';
import { requestProblem } from './request-problem';
import { checkRoutes, watchRoutes } from './router-check';
import { requireSameOrigin } from './same-origin';
import { setSecurityHeaders } from './security-headers';
import type { Settings } from './settings';
import { serveWeb } from './web-files';

/** Largest body but for the routes whose access entry says otherwise; only the budget brings more. */
const BODY_LIMIT = 1_048_576;
/** A slow client may take this long to send a request. */
const REQUEST_TIMEOUT_MS = 30_000;

/** The whole portal, ready to listen: API, documentation and web in one process; `listener` hears every statement. */
export async function createPortal(settings: Settings, listener: QueryLogger = null): Promise<NestFastifyApplication> {
  const log = newLog(settings.logLevel);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'trace' }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
    trustProxy: settings.trustProxy.length > 0 ? settings.trustProxy : false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(request, reply, requestProblem(error) ?? error),
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const routes = watchRoutes(fastify);
  logAnswers(fastify);
  await setSecurityHeaders(fastify, settings.secureCookie);
  await fastify.register(cookie);
  fastify.addHook('onRequest', (request, _reply, done) => {
    requireSameOrigin(request, settings.publicOrigin);
    done();
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, listener), adapter, {
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

/** Addresses for machines and for the documentation do not change with the API's version. */
const OUTSIDE_PREFIX = ['livez', 'readyz', 'version', 'api/openapi.json', 'api/docs', 'api/docs/:file'];
