import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Client, clientOf, ListedPeople, noteShown } from '#features/clients';
import { Position, positionOf, PositionsReader } from '#features/positions';
import { CourseSession, sessionOf, SessionsReader } from '#features/training';
import { AppError } from '#platform/auth/app-error';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { PlannedPosition, PlannedSeat, PlannedSession, TakenPlace } from './graphql/training-plan.type';

async function positionOfId(positions: PositionsReader, operation: Operation, id: string): Promise<Position> {
  const row = await operation.load('position', id, (tx, ids) => positions.byIds(tx, ids));
  if (row === null) throw new AppError('FORBIDDEN');
  return positionOf(row);
}

async function personOfId(people: ListedPeople, operation: Operation, id: string): Promise<Client> {
  const row = await people.find(operation, id);
  if (row === null) throw new AppError('FORBIDDEN');
  await noteShown(operation, row, 'PROFILE'); // a plan says what each lacks
  return clientOf(row);
}

/** Who takes a seat, and where she would go. */
@Resolver(() => PlannedSeat)
export class PlannedSeatResolver {
  constructor(
    private readonly people: ListedPeople,
    private readonly positions: PositionsReader,
  ) {}

  @ResolveField(() => Client, { description: 'Who takes the seat.' })
  client(@Parent() seat: PlannedSeat, @InOperation() operation: Operation): Promise<Client> {
    return personOfId(this.people, operation, seat.clientId);
  }

  @ResolveField(() => Position, { description: 'The position that it opens for her.' })
  position(@Parent() seat: PlannedSeat, @InOperation() operation: Operation): Promise<Position> {
    return positionOfId(this.positions, operation, seat.positionId);
  }
}

/** The session of seats. */
@Resolver(() => PlannedSession)
export class PlannedSessionResolver {
  constructor(private readonly sessions: SessionsReader) {}

  @ResolveField(() => CourseSession, { description: 'The session.' })
  async session(@Parent() planned: PlannedSession, @InOperation() operation: Operation): Promise<CourseSession> {
    const row = await operation.load('session', planned.sessionId, (tx, ids) => this.sessions.byIds(tx, ids));
    if (row === null) throw new AppError('FORBIDDEN');
    return sessionOf(row);
  }
}

/** The position where a slot more counts. */
@Resolver(() => PlannedPosition)
export class PlannedPositionResolver {
  constructor(private readonly positions: PositionsReader) {}

  @ResolveField(() => Position, { description: 'The position.' })
  position(@Parent() planned: PlannedPosition, @InOperation() operation: Operation): Promise<Position> {
    return positionOfId(this.positions, operation, planned.positionId);
  }
}

/** A place that somebody could have without the course. */
@Resolver(() => TakenPlace)
export class TakenPlaceResolver {
  constructor(
    private readonly people: ListedPeople,
    private readonly positions: PositionsReader,
  ) {}

  @ResolveField(() => Position, { description: 'The position.' })
  position(@Parent() place: TakenPlace, @InOperation() operation: Operation): Promise<Position> {
    return positionOfId(this.positions, operation, place.positionId);
  }

  @ResolveField(() => [Client], { description: 'Who starts there by the plan.' })
  takenBy(@Parent() place: TakenPlace, @InOperation() operation: Operation): Promise<Client[]> {
    return Promise.all(place.takenByIds.map((id) => personOfId(this.people, operation, id)));
  }
}
