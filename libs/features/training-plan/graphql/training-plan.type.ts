import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { WithoutPlace } from '#domain/training-plan/plan-reasons';
import { Skill } from '#features/parameters';

/** How far a plan is. */
export const TrainingPlanState = { WAITING: 'WAITING', REFINING: 'REFINING', SETTLED: 'SETTLED' } as const;

/** One of the states. */
export type TrainingPlanState = (typeof TrainingPlanState)[keyof typeof TrainingPlanState];

/** Why nobody looked further. */
export const PlanStop = { NODES: 'NODES', TIME: 'TIME', SIZE: 'SIZE' } as const;

/** One of the reasons. */
export type PlanStop = (typeof PlanStop)[keyof typeof PlanStop];

registerEnumType(TrainingPlanState, {
  name: 'TrainingPlanState',
  description: 'How far a training plan is; ask again until it is settled.',
  valuesMap: {
    WAITING: { description: 'Nobody has begun with it: there are no figures yet.' },
    REFINING: { description: 'A plan is there; a better one, or what one place more would do, is still looked for.' },
    SETTLED: { description: 'Nothing more will be found.' },
  },
});

registerEnumType(PlanStop, {
  name: 'PlanStop',
  description: 'Why nobody looked further although a better plan may exist.',
  valuesMap: {
    NODES: { description: 'So many possibilities were tried as are tried at most.' },
    TIME: { description: 'The time was up.' },
    SIZE: { description: 'There are too many people for an exact search.' },
  },
});

registerEnumType(WithoutPlace, {
  name: 'WithoutPlace',
  description: 'Why somebody has no place in a plan.',
  valuesMap: {
    NOTHING_OPENS: { description: 'No open position takes her, neither as she is nor after one of the sessions.' },
    SLOTS_TAKEN: { description: 'Everything that would take her is taken.' },
    SEATS_TAKEN: { description: 'Something is free, but every session that opens it for her is full.' },
  },
});

@ObjectType({ description: 'A place that somebody could have without the course: all of its slots are taken.' })
export class TakenPlace {
  /** For the field `position`. */
  positionId!: string;

  /** For the field `takenBy`. */
  takenByIds!: readonly string[];
}

@ObjectType({ description: 'Who takes a seat, the place that it opens, and why.' })
export class PlannedSeat {
  /** For the field `client`. */
  clientId!: string;

  /** For the field `position`. */
  positionId!: string;

  @Field(() => Int, { description: 'Score of the match as it is today, 0..10,000.' })
  fit!: number;

  @Field(() => [Skill], { description: 'What she lacks for the position and the session teaches.' })
  learns!: Skill[];

  @Field(() => [TakenPlace], {
    description: 'Where she could start without the course, and who starts there; empty where nothing takes her yet.',
  })
  withoutSession!: TakenPlace[];
}

@ObjectType({ description: 'A session in a plan: its seats and who takes them.' })
export class PlannedSession {
  /** For the field `session`. */
  sessionId!: string;

  @Field(() => Int, { description: 'Seats that nobody has or has asked for, without those of the what-if.' })
  freeSeats!: number;

  @Field(() => Int, { description: 'Seats more that were asked about.' })
  moreSeats!: number;

  @Field(() => [PlannedSeat], { description: 'Who takes a seat.' })
  seats!: PlannedSeat[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many more people one seat more places: 0 or 1; null while or where that is not settled.',
  })
  oneMoreSeat!: number | null;
}

@ObjectType({ description: 'A position in a plan where one slot more counts, or slots more were asked about.' })
export class PlannedPosition {
  /** For the field `position`. */
  positionId!: string;

  @Field(() => Int, { description: 'Open slots, without those of the what-if.' })
  openSlots!: number;

  @Field(() => Int, { description: 'Slots more that were asked about.' })
  moreSlots!: number;

  @Field(() => Int, { description: 'How many start here by the plan.' })
  placed!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many more people one slot more places: 0 or 1; null while or where that is not settled.',
  })
  oneMoreSlot!: number | null;
}

@ObjectType({ description: 'How many have no place in a plan, and why.' })
export class WithoutPlaceCount {
  @Field(() => WithoutPlace, { description: 'Why.' })
  reason!: WithoutPlace;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'How good a plan is: without training ≤ heuristic ≤ placed ≤ bound.' })
export class PlanFigures {
  @Field(() => Int, { description: 'How many could start without any course.' })
  withoutTraining!: number;

  @Field(() => Int, { description: 'How many the first, quick plan places.' })
  heuristic!: number;

  @Field(() => Int, { description: 'How many this plan places.' })
  placed!: number;

  @Field(() => Int, { description: 'No plan places more; where this is `placed`, the plan is proven the best.' })
  bound!: number;

  @Field(() => PlanStop, { nullable: true, description: 'Why nobody looked further; null where nobody had to.' })
  stoppedBy!: PlanStop | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many are placed without the places of the what-if; null without a what-if and until it is settled.',
  })
  withoutMore!: number | null;
}

@ObjectType({ description: 'Which course seats unlock the most placements for people who wait for work.' })
export class TrainingPlan {
  @Field(() => TrainingPlanState, { description: 'How far it is.' })
  state!: TrainingPlanState;

  @Field(() => Int, { description: 'How many wait for work in the reader’s scope.' })
  clientsWaiting!: number;

  @Field(() => Int, { description: 'How many of them the plan is made for: those who wait longest, at most 300.' })
  clientsPlanned!: number;

  @Field(() => PlanFigures, { nullable: true, description: 'How good it is; null while it waits.' })
  figures!: PlanFigures | null;

  @Field(() => [PlannedSession], { description: 'Sessions that take requests and have a seat or a use for one.' })
  sessions!: PlannedSession[];

  @Field(() => [PlannedPosition], { description: 'Positions where one slot more counts or slots were asked about.' })
  positions!: PlannedPosition[];

  @Field(() => [WithoutPlaceCount], { description: 'Who has no place, and why.' })
  withoutPlace!: WithoutPlaceCount[];
}
