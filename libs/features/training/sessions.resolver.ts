import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { sessionOf } from './graphql/session.mapping';
import { CourseSession, CourseSessionConnection } from './graphql/session.type';
import { SessionsRepository } from './sessions.repository';

/** Sessions of courses as office, base and trainers read them. */
@Resolver(() => CourseSession)
export class SessionsResolver {
  constructor(private readonly sessions: SessionsRepository) {}

  @Query(() => CourseSessionConnection, {
    description: 'Sessions of courses, the latest start above: a trainer’s own, all of the county for office and base.',
  })
  @Requires(Permission.TRAINING_READ)
  courseSessions(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
  ): Promise<Connection<CourseSession>> {
    const request = pageRequest(first, after);
    return operation.read(async (tx) => {
      const page = await this.sessions.page(tx, request);
      return connectionOf({ ...page, rows: page.rows.map(sessionOf) }, request, ({ startsOn }) => startsOn);
    });
  }
}
