import { Module } from '@nestjs/common';
import { DenialNotes } from './denial-notes';

/** What the guard leaves behind. */
@Module({ providers: [DenialNotes] })
export class AccessModule {}
