import { Injectable } from '@nestjs/common';
import { addDays, startOfDay, type Day } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';
import { LessonsRepository, type LessonRow } from './lessons.repository';

/** Reads lessons for timetables. */
@Injectable()
export class LessonsReader {
  constructor(private readonly lessons: LessonsRepository) {}

  /** The visible lessons of these sessions that begin on one of the days, both included, in order of time. */
  onDays(tx: Tx, sessionIds: readonly string[], from: Day, to: Day): Promise<LessonRow[]> {
    return this.lessons.between(tx, sessionIds, startOfDay(from), startOfDay(addDays(to, 1)));
  }

  /** The visible lesson of these sessions that is on or comes next and was not called off; null where none is. */
  next(tx: Tx, sessionIds: readonly string[]): Promise<LessonRow | null> {
    return this.lessons.next(tx, sessionIds, tx.now);
  }
}
