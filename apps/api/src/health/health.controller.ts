import { Controller, Get, Res } from '@nestjs/common';
import type { HealthResponse, VersionResponse } from '@zit/contracts';
import type { FastifyReply } from 'fastify';
import { portalVersion } from './portal-version';
import { Readiness } from './readiness';

@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers; it asks nobody. */
  @Get('livez')
  live(): HealthResponse {
    return { status: 'ok', checks: [] };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthResponse> {
    const health = await this.readiness.check();
    void reply.status(health.status === 'ok' ? 200 : 503);
    return health;
  }

  @Get('version')
  version(): VersionResponse {
    return { name: 'zit-portal', version: portalVersion, node: process.version };
  }
}
