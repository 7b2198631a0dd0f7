import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isUuid } from '#domain/common/uuid';
import { Permission } from '#domain/common/permission';
import { EnrolmentRequestsService } from '#features/enrolments';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { InCommand, InOperation, type Command } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import {
  EnrolmentProposalsPayload,
  MorePlacesInput,
  PlannedSeatInput,
  type EnrolmentProposal,
} from './graphql/enrolment-proposal.type';
import { trainingPlanOf } from './graphql/training-plan.mapping';
import { TrainingPlan } from './graphql/training-plan.type';
import { PlanMemory } from './plan-memory';
import { TrainingPlanService, whatIf } from './training-plan.service';

/** A what-if names at most so many sessions or positions, and so many places more in each. */
const MOST_NAMED = 20;
const MOST_PLACES = 100;

/** Seats that are asked for at once. */
const MOST_ROWS = 100;

/** The training plan: which seats unlock the most placements. */
@Resolver(() => TrainingPlan)
export class TrainingPlanResolver {
  constructor(
    private readonly plans: TrainingPlanService,
    private readonly memory: PlanMemory,
    private readonly requests: EnrolmentRequestsService,
  ) {}

  @Query(() => TrainingPlan, {
    description:
      'Which course seats unlock the most placements: for one’s own caseload, or the team. It is looked for beside the answer: ask again until it is settled.',
  })
  @Requires(Permission.TRAINING_PLAN_READ)
  async trainingPlan(
    @InOperation() operation: Operation,
    @Args('moreSeats', { type: () => [MorePlacesInput], nullable: true, description: 'Seats more in sessions.' })
    moreSeats?: MorePlacesInput[],
    @Args('moreSlots', { type: () => [MorePlacesInput], nullable: true, description: 'Slots more in positions.' })
    moreSlots?: MorePlacesInput[],
  ): Promise<TrainingPlan> {
    const more = { seats: placesOf(moreSeats ?? []), slots: placesOf(moreSlots ?? []) };
    const ground = await operation.read((tx) => this.plans.ground(tx));
    const asked = whatIf(ground.problem, more);
    const before = asked === ground.problem ? null : await this.memory.planFor(ground.problem);
    const plan = await this.memory.planFor(asked);
    const isCompared = before !== null && before.isSettled && plan !== null && plan.isSettled;
    return trainingPlanOf({ ground, more, plan, withoutMore: isCompared ? before.placed : null });
  }

  @Mutation(() => EnrolmentProposalsPayload, {
    description:
      'Asks for seats of a plan for clients of one’s own, at most 100, each by itself; the base confirms them. Codes, of a row or of all: REQUIRED, NOT_FOUND, NOT_IN_PROGRAMME, ALREADY_ENROLLED, ENROLMENT_CLOSED, SESSION_FULL, PREREQUISITES_MISSING, LESSONS_OVERLAP.',
  })
  @Requires(Permission.ENROLMENT_REQUEST)
  proposeEnrolmentsFromPlan(
    @InCommand() command: Command,
    @Args('rows', { type: () => [PlannedSeatInput], description: 'Who is to have which seat.' })
    rows: PlannedSeatInput[],
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<EnrolmentProposalsPayload> {
    const areIds = rows.every(({ clientId, sessionId }) => isUuid(clientId) && isUuid(sessionId));
    if (rows.length > MOST_ROWS || !areIds) throw new AppError('MALFORMED');
    return command.run<EnrolmentProposal[], 'proposals'>({
      as: 'proposals',
      act: (tx) => this.plans.propose(tx, rows),
      read: (tx) => this.requests.results(tx, rows),
    });
  }
}

function placesOf(given: readonly MorePlacesInput[]): ReadonlyMap<string, number> {
  const isWrong = ({ id, places }: MorePlacesInput): boolean => !isUuid(id) || places < 0 || places > MOST_PLACES;
  if (given.length > MOST_NAMED || given.some(isWrong)) throw new AppError('MALFORMED');
  return new Map(given.filter(({ places }) => places > 0).map(({ id, places }) => [id, places]));
}
