import type { Representation, Sector } from '@zit/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '../database/columns';

/** An organisation in the register; structurally what crosses the wire, plus what only the server needs. */
@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') name!: string;
  /** The name as it is searched: no diacritics, no case, no marks. */
  @Column('text') nameKey!: string;
  @Column('text', { nullable: true }) legalForm!: string | null;
  @Column('text') sector!: Sector;
  @Column('text', { nullable: true }) nip!: string | null;
  @Column('text', { nullable: true }) regon!: string | null;
  @Column('text', { nullable: true }) krs!: string | null;
  @Column('uuid', { nullable: true }) unitOfId!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) teryt!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) electronicDeliveryAddress!: string | null;
  @Column('text', { nullable: true }) bankAccount!: string | null;
  @Column('jsonb') representation!: Representation[];
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { transformer: instant }) updatedAt!: string;
}
