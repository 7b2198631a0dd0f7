import type { Day } from '#domain/common/day';
import type { RankingQuestion } from '#domain/matching/ranking-index/asked-ranking';
import type { CapacityLimit } from '#domain/clients/client-codes';
import type { Shift } from '#domain/positions/position-codes';
import type { AskedClient, RankingRequest } from './ranking.repository';

/** A ranking as the index in memory takes it, from what PostgreSQL says of the client. */
export const questionOf = (
  asked: AskedClient,
  { isFeasible, first }: RankingRequest,
  minutes: ReadonlyMap<string, number>,
  today: Day,
): RankingQuestion => ({
  client: {
    skills: asked.skills,
    certificates: asked.valid_certificates.map((code) => ({ code, validTo: null })),
    desiredOccupations: asked.desired_occupations,
    minAcceptablePayFen: asked.min_acceptable_pay_fen,
    weeklyHoursAvailable: asked.weekly_hours_available,
    shiftLimits: asked.shift_limits as readonly Shift[],
    wishedShifts: asked.wished_shifts as readonly Shift[],
    travelLimitMinutes: asked.travel_limit_minutes,
    capacityLimits: asked.capacity_limits as readonly CapacityLimit[],
    wishedBenefits: asked.wished_benefits,
    availableFrom: asked.available_from,
  },
  minutes,
  weights: {
    SKILLS: asked.w_skills,
    OCCUPATION: asked.w_occupation,
    COMMUTE: asked.w_commute,
    PAY: asked.w_pay,
    SHIFT_AND_HOURS: asked.w_shift,
    BENEFITS: asked.w_benefits,
  },
  today,
  first,
  isFeasible,
});
