import { CERTIFICATES } from '#domain/positions/certificates';
import type { WithoutPlace } from '#domain/training-plan/plan-reasons';
import type { PlannedSeat as Seat, TrainingPlan as Plan } from '#domain/training-plan/settle-plan';
import { certificateOf, skillOf } from '#features/parameters';
import type { PlanGround, WhatIf } from '../training-plan.service';
import {
  PlanFigures,
  PlannedPosition,
  PlannedSeat,
  PlannedSession,
  TakenPlace,
  TrainingPlan,
  WithoutPlaceCount,
} from './training-plan.type';

/** A plan, what it was made from, and how many are placed without the what-if. */
export interface ShownPlan {
  readonly ground: PlanGround;
  readonly more: WhatIf;
  readonly plan: Plan | null;
  readonly withoutMore: number | null;
}

const certificates: ReadonlySet<string> = new Set(CERTIFICATES.map(({ code }) => code));

/** The schema's form of a plan. */
export function trainingPlanOf(shown: ShownPlan): TrainingPlan {
  const { ground, plan, withoutMore } = shown;
  return Object.assign(new TrainingPlan(), {
    state: plan === null ? 'WAITING' : plan.isSettled ? 'SETTLED' : 'REFINING',
    clientsWaiting: ground.waiting,
    clientsPlanned: ground.problem.clientIds.length,
    figures: plan === null ? null : figuresOf(plan, withoutMore),
    sessions: sessionsOf(shown),
    positions: positionsOf(shown),
    withoutPlace: Object.entries(plan?.withoutPlace ?? {}).map(([reason, count]) =>
      Object.assign(new WithoutPlaceCount(), { reason: reason as WithoutPlace, count }),
    ),
  });
}

function figuresOf(plan: Plan, withoutMore: number | null): PlanFigures {
  const { withoutTraining, heuristic, placed, bound, stoppedBy } = plan;
  return Object.assign(new PlanFigures(), { withoutTraining, heuristic, placed, bound, stoppedBy, withoutMore });
}

/** In the order of their start; a full one only where a seat more would count. */
function sessionsOf({ ground, more, plan }: ShownPlan): PlannedSession[] {
  return ground.problem.sessions.flatMap(({ id, places }) => {
    const moreSeats = more.seats.get(id) ?? 0;
    const oneMoreSeat = plan?.oneMoreSeat[id] ?? null;
    if (places + moreSeats === 0 && oneMoreSeat !== 1) return [];
    const seats = (plan?.seats ?? []).filter(({ sessionId }) => sessionId === id).map((seat) => seatOf(ground, seat));
    const figures = { sessionId: id, freeSeats: places, moreSeats, oneMoreSeat };
    return [Object.assign(new PlannedSession(), figures, { seats })];
  });
}

function positionsOf({ ground, more, plan }: ShownPlan): PlannedPosition[] {
  return ground.problem.positions.flatMap(({ id, places }) => {
    const moreSlots = more.slots.get(id) ?? 0;
    const oneMoreSlot = plan?.oneMoreSlot[id] ?? null;
    if (moreSlots === 0 && oneMoreSlot !== 1) return [];
    const figures = { positionId: id, openSlots: places, moreSlots, oneMoreSlot, placed: plan?.placedIn[id] ?? 0 };
    return [Object.assign(new PlannedPosition(), figures)];
  });
}

function seatOf({ missing }: PlanGround, { clientId, positionId, fit, withoutSession }: Seat): PlannedSeat {
  const lacks = missing.get(`${clientId} ${positionId}`) ?? [];
  return Object.assign(new PlannedSeat(), {
    ...{ clientId, positionId, fit },
    learns: lacks.map((code) => (certificates.has(code) ? certificateOf(code) : skillOf(code))),
    withoutSession: withoutSession.map((taken) =>
      Object.assign(new TakenPlace(), { positionId: taken.positionId, takenByIds: taken.takenBy }),
    ),
  });
}
