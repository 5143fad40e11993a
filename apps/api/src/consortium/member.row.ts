import type { MemberRole } from '@zit/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '../database/columns';
import { grosze } from '../database/grosze';

/** An organisation in a consortium, from the day it joined to the day it left; nothing is deleted. */
@Entity('member')
export class MemberRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') consortiumId!: string;
  @Column('uuid') organisationId!: string;
  @Column('int') version!: number;
  @Column('text') role!: MemberRole;
  @Column('int') position!: number;
  @Column('jsonb') tasks!: string[];
  @Column('int') votes!: number;
  @Column('int', { nullable: true, name: 'similar_projects_3y' }) similarProjects3y!: number | null;
  @Column('bigint', { nullable: true, transformer: grosze }) turnoverGrosze!: number | null;
  @Column('bigint', { nullable: true, transformer: grosze }) declaredCashGrosze!: number | null;
  @Column('bigint', { nullable: true, transformer: grosze }) declaredInKindGrosze!: number | null;
  @Column('timestamptz', { transformer: instant }) joinedAt!: string;
  @Column('timestamptz', { nullable: true, transformer: instant }) leftAt!: string | null;
}
