import { Unique } from 'typeorm';
import { CourseKind } from '#domain/training/training-codes';
import {
  BelongsTo,
  CodesColumn,
  CountyTable,
  EditableRow,
  FlagColumn,
  IdColumn,
  OneOf,
  TextColumn,
} from '#platform/database/county-row.entity';

/** A course of a training base: what it teaches and what it asks for. */
@CountyTable('training_course')
@BelongsTo('organisation', 'organisationId')
@Unique(['countyId', 'code'])
export class TrainingCourse extends EditableRow {
  @IdColumn('organisation_id')
  organisationId: string;

  @TextColumn('code')
  code: string;

  @TextColumn('name')
  name: string;

  @OneOf('kind', CourseKind)
  kind: CourseKind;

  /** Skill and certificate codes that the course gives. */
  @CodesColumn('teaches')
  teaches: string[];

  @CodesColumn('prerequisites')
  prerequisites: string[];

  @FlagColumn('is_offered', { default: true })
  isOffered: boolean;
}
