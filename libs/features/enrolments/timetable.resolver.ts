import { Args, Query, Resolver } from '@nestjs/graphql';
import { daysBetween } from '#domain/common/day';
import { Permission } from '#domain/common/permission';
import { Lesson, lessonOf } from '#features/training';
import { OpenWhenLocked, Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { DateScalar } from '#platform/graphql/scalars';
import { TimetableService } from './timetable.service';

/** A leap year: no timetable asks for more at once. */
const MAX_SPAN_DAYS = 366;

/** A client's own timetable. */
@Resolver()
export class TimetableResolver {
  constructor(private readonly timetable: TimetableService) {}

  @Query(() => [Lesson], {
    description: 'One’s own lessons on these days in order of time, those called off among them; at most 366 days.',
  })
  @Requires(Permission.OWN_FILE_READ)
  @OpenWhenLocked()
  async myLessons(
    @InOperation() operation: Operation,
    @Args('from', { type: () => DateScalar, description: 'First day.' }) from: string,
    @Args('to', { type: () => DateScalar, description: 'Last day, included.' }) to: string,
  ): Promise<Lesson[]> {
    if (daysBetween(from, to) > MAX_SPAN_DAYS) throw new AppError('MALFORMED');
    const lessons = await operation.read((tx) => this.timetable.lessonsOn(tx, from, to));
    return lessons.map(lessonOf);
  }

  @Query(() => Lesson, {
    nullable: true,
    description: 'The lesson that is on or comes next; null where none is planned.',
  })
  @Requires(Permission.OWN_FILE_READ)
  @OpenWhenLocked()
  async myNextLesson(@InOperation() operation: Operation): Promise<Lesson | null> {
    const lesson = await operation.read((tx) => this.timetable.nextLesson(tx));
    return lesson === null ? null : lessonOf(lesson);
  }
}
