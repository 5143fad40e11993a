import type { ServiceAdditionInput } from '@zit/contracts';
import type { LegalRegime, PlannedGroup, PlannedService, ServicePoint } from '@zit/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '../database/columns';
import { grosze } from '../database/grosze';

/** The consortium's own card; its members and budget lines stand in tables of their own. */
@Entity('consortium')
export class ConsortiumRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') title!: string;
  @Column('text') titleKey!: string;
  @Column('uuid') localCentreId!: string;
  @Column('text') teryt!: string;
  @Column('text', { nullable: true }) callNo!: string | null;
  @Column('text') legalRegime!: LegalRegime;
  @Column('date', { nullable: true }) periodFrom!: string | null;
  @Column('date', { nullable: true }) periodTo!: string | null;
  @Column('bigint', { nullable: true, transformer: grosze }) capGrosze!: number | null;
  @Column('bigint', { nullable: true, transformer: grosze }) declaredTotalGrosze!: number | null;
  @Column('int', { nullable: true }) distinctPersons!: number | null;
  @Column('jsonb') targetGroups!: PlannedGroup[];
  @Column('jsonb') services!: PlannedService[];
  @Column('jsonb') servicePoints!: ServicePoint[];
  @Column('jsonb') catalogueAdditions!: ServiceAdditionInput[];
  @Column('date', { nullable: true }) letterOfIntentSignedOn!: string | null;
  @Column('text') ruleSetVersion!: string;
  @Column('timestamptz', { transformer: instant }) updatedAt!: string;
  @Column('uuid', { nullable: true }) updatedBy!: string | null;
}
