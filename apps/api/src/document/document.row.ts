import type { DocumentStatus } from '@zit/contracts';
import type { DocumentKind } from '@zit/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '../database/columns';

/** A draft, or an issued document with its facts frozen; its bytes stand in `document_file`. */
@Entity('document')
export class DocumentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') consortiumId!: string;
  @Column('text') kind!: DocumentKind;
  @Column('uuid', { nullable: true }) memberId!: string | null;
  @Column('text') status!: DocumentStatus;
  @Column('text') templateVersion!: string;
  @Column('date') date!: string;
  @Column('text') place!: string;
  @Column('int') copies!: number;
  @Column('date', { nullable: true }) validUntil!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { nullable: true }) number!: string | null;
  /** Canonical JSON of the frozen DocumentFacts. */
  @Column('text', { nullable: true, select: false }) facts!: string | null;
  @Column('text', { nullable: true }) factsSha256!: string | null;
  @Column('timestamptz', { transformer: instant }) createdAt!: string;
  @Column('timestamptz', { nullable: true, transformer: instant }) issuedAt!: string | null;
}
