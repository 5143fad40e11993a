import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { errorWords } from '@zit/words.pl/errors';
import type { FastifyReply } from 'fastify';
import description from '../../openapi.json';
import { notFound } from '../http/problem-error';
import { docsPage, docsStart } from './docs-page';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Files of the browsable page, by name; nothing else of the package is served. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

@Controller('api')
export class OpenApiController {
  @Get('openapi.json')
  describe(): typeof description {
    return description;
  }

  @Get('docs')
  browse(@Res() reply: FastifyReply): void {
    void reply.type('text/html; charset=utf-8').send(docsPage);
  }

  @Get('docs/:file')
  file(@Param('file') name: string, @Res() reply: FastifyReply): void {
    if (name === 'start.js') return void reply.type('text/javascript; charset=utf-8').send(docsStart);
    const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
    if (!type) throw notFound(errorWords.notFound);
    void reply.type(type).send(createReadStream(join(folder, name)));
  }
}
