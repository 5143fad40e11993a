import { Module } from '@nestjs/common';
import { ResetWriter } from './reset-writer';

/** The part that the worker shares: no door to the outside. */
@Module({ providers: [ResetWriter], exports: [ResetWriter] })
export class ResetModule {}
