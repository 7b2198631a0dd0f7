import { Injectable } from '@nestjs/common';
import { done, refused, refusal, type Outcome } from '#domain/common/outcome';
import { withMorePlaces, type MorePlaces } from '#domain/training-plan/more-places';
import { pairsOfPlan } from '#domain/training-plan/plan-pairs';
import type { TrainingPlanProblem } from '#domain/training-plan/plan-problem';
import { EXACT_UP_TO_CLIENTS } from '#domain/training-plan/solve-plan';
import { EnrolmentRequestsService, type ClientSession, type RequestSeatCode } from '#features/enrolments';
import { LearnableMatches } from '#features/matching';
import type { Tx } from '#platform/database/transaction';
import { TrainingPlanRepository } from './training-plan.repository';

/** Seats and slots more than there are, by session and by position. */
export interface WhatIf {
  readonly seats: MorePlaces;
  readonly slots: MorePlaces;
}

/** What a plan is made from, as the actor may see it now. */
export interface PlanGround {
  readonly problem: TrainingPlanProblem;
  /** All who wait for work; at most 300 of them, those who wait longest, are planned for. */
  readonly waiting: number;
  /** What a client lacks for a position, by `<client> <position>`. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/** Of each client so many positions are looked at, those that fit best; in a county that is all of them. */
const MOST_POSITIONS_EACH = 60;
/** So many pairs are judged at once in reasonable time; where more is open, fewer people are planned for. */
const MOST_JUDGED = 200_000;
/** Fewer people than this are never planned for because of it. */
const FEWEST_CLIENTS = 40;

const keyOf = (one: string, other: string): string => `${one} ${other}`;

/** Reads what a training plan is made from, and asks for the seats that people take from it. */
@Injectable()
export class TrainingPlanService {
  constructor(
    private readonly people: TrainingPlanRepository,
    private readonly matches: LearnableMatches,
    private readonly requests: EnrolmentRequestsService,
  ) {}

  /** Who waits, what is taught and what is open, in the actor's own scope. */
  async ground(tx: Tx): Promise<PlanGround> {
    const positions = await this.people.openPositions(tx);
    const judgeable = Math.floor(MOST_JUDGED / Math.max(1, positions.length));
    const most = Math.min(EXACT_UP_TO_CLIENTS, Math.max(FEWEST_CLIENTS, judgeable));
    const clients = await this.people.waiting(tx, most);
    const positionIds = positions.map(({ id }) => id);
    const pairs = await this.matches.pairs(tx, clients.ids, positionIds, MOST_POSITIONS_EACH);
    const sessions = await this.requests.openSessions(tx);
    const enrolling = new Set(sessions.filter(({ isEnrolling }) => isEnrolling).map(({ id }) => id));
    const barred = asKeys(await this.requests.barred(tx, clients.ids, [...enrolling]));
    const seated = asKeys(await this.requests.seated(tx, clients.ids));
    const problem = {
      clientIds: clients.ids,
      sessions: sessions.filter(({ id }) => enrolling.has(id)).map(({ id, freeSeats }) => ({ id, places: freeSeats })),
      positions,
      pairs: pairsOfPlan(pairs, sessions, {
        mayJoin: (clientId, sessionId) => enrolling.has(sessionId) && !barred.has(keyOf(clientId, sessionId)),
        isIn: (clientId, sessionId) => seated.has(keyOf(clientId, sessionId)),
      }),
    };
    const missing = new Map(pairs.map((pair) => [keyOf(pair.clientId, pair.positionId), pair.missing]));
    return { problem, waiting: clients.total, missing };
  }

  /** Asks for seats, each by itself: those that cannot be had do not keep the others from being asked for. */
  async propose(
    tx: Tx,
    rows: readonly ClientSession[],
  ): Promise<Outcome<{ id: string }, RequestSeatCode | 'REQUIRED'>> {
    const asked: string[] = [];
    const against: RequestSeatCode[] = [];
    for (const row of rows) {
      const outcome = await this.requests.request(tx, row);
      if (outcome.ok) asked.push(outcome.value.id);
      else against.push(...outcome.refusals.slice(0, 1).map(({ code }) => code));
    }
    const [first] = asked;
    if (first !== undefined) return done({ id: first });
    if (against.length === 0) return refused(refusal('REQUIRED', ['rows']));
    return refused(...against.map((code, at) => refusal(code, ['rows', String(at)])));
  }
}

/** The problem with more places, if any of the sessions and positions named are in it. */
export const whatIf = (problem: TrainingPlanProblem, more: WhatIf): TrainingPlanProblem =>
  more.seats.size === 0 && more.slots.size === 0 ? problem : withMorePlaces(problem, more);

const asKeys = (rows: readonly ClientSession[]): Set<string> =>
  new Set(rows.map(({ clientId, sessionId }) => keyOf(clientId, sessionId)));
