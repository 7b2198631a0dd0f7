import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { dayOf } from '#domain/common/day';
import { FindingTurn, turnOf } from '#domain/pay-equity/finding-turn';
import { ParametersService } from '#features/parameters';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { FindingHistoryRepository } from './finding-history.repository';
import { FindingClock } from './graphql/finding-clock.type';
import { PayFinding } from './graphql/pay-finding.type';

/** One calendar for all findings of an operation. */
const CALENDAR = 'county';

/** Whose turn a finding is, and how much time is left. */
@Resolver(() => PayFinding)
export class FindingClockResolver {
  constructor(
    private readonly history: FindingHistoryRepository,
    private readonly parameters: ParametersService,
  ) {}

  @ResolveField(() => FindingTurn, { nullable: true, description: 'Whose turn it is; null where it is over.' })
  turn(@Parent() finding: PayFinding): FindingTurn | null {
    return turnOf(finding);
  }

  @ResolveField(() => FindingClock, {
    nullable: true,
    description: 'The present step’s time; null where nothing is due.',
  })
  async clock(
    @Parent() { id, dueOn, detectedAt }: PayFinding,
    @InOperation() operation: Operation,
  ): Promise<FindingClock | null> {
    if (dueOn === null) return null;
    const events = await operation.load('events-of-finding', id, (tx, ids) => this.history.ofFindings(tx, ids));
    const calendar = await operation.load('work-calendar', CALENDAR, async (tx) => {
      return new Map([[CALENDAR, { days: await this.parameters.calendar(tx), today: dayOf(tx.now) }]]);
    });
    if (calendar === null) throw new Error('There is no calendar of working days.');
    const { days, today } = calendar;
    const beganAt = events?.[events.length - 1]?.occurredAt ?? detectedAt;
    const workingDaysLeft = days.workingDaysBetween(today, dueOn);
    return Object.assign(new FindingClock(), { beganOn: dayOf(beganAt), dueOn, workingDaysLeft });
  }
}
