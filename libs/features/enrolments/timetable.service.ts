import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import { LessonsReader, type LessonRow } from '#features/training';
import type { Tx } from '#platform/database/transaction';
import { EnrolmentsRepository } from './enrolments.repository';

/** A client's lessons, through the sessions that she takes part in. */
@Injectable()
export class TimetableService {
  constructor(
    private readonly enrolments: EnrolmentsRepository,
    private readonly lessons: LessonsReader,
  ) {}

  /** Her lessons on these days, both included, in order of time; those called off among them. */
  async lessonsOn(tx: Tx, from: Day, to: Day): Promise<LessonRow[]> {
    return this.lessons.onDays(tx, await this.enrolments.liveSessionIds(tx), from, to);
  }

  /** The lesson that is on or comes next; null where none is. */
  async nextLesson(tx: Tx): Promise<LessonRow | null> {
    return this.lessons.next(tx, await this.enrolments.liveSessionIds(tx));
  }
}
