import type { ClientFacts, Figures, PositionFacts } from './match-facts';
import { pointsOf, NONE, shareOf, WHOLE, type Share } from './score-share';
import type { ScorePartName, ScoreWeights } from './score-weights';

/** Minutes of travel that still give all points of the commute. */
export const FULL_POINTS_MINUTES = 20;

/** One part of a score: its points, of how many, and the figures behind them. */
export interface ScorePart {
  readonly name: ScorePartName;
  readonly points: number;
  readonly of: number;
  readonly figures: Figures;
}

interface Judged {
  readonly share: Share;
  readonly figures: Figures;
}

const metOf = (wanted: readonly string[], given: readonly string[]): number => {
  const set = new Set(given);
  return wanted.filter((one) => set.has(one)).length;
};

const distinct = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

function skills(client: ClientFacts, position: PositionFacts): Judged {
  const listed = distinct(position.requiredSkills, position.wishedSkills);
  const met = metOf(listed, client.skills);
  const share = listed.length === 0 ? WHOLE : shareOf(met, listed.length);
  return { share, figures: { met, listed: listed.length } };
}

const OCCUPATION_SHARES: readonly Share[] = [WHOLE, { numerator: 4, denominator: 5 }, { numerator: 3, denominator: 5 }];
const SAME_MAJOR_GROUP: Share = { numerator: 2, denominator: 5 };
const HALF: Share = { numerator: 1, denominator: 2 };

function occupation(client: ClientFacts, position: PositionFacts): Judged {
  const wishes = client.desiredOccupations;
  if (wishes.length === 0) return { share: HALF, figures: { wishes: 0 } };
  const rank = wishes.indexOf(position.occupationCode);
  const exact = OCCUPATION_SHARES[rank];
  if (exact !== undefined) return { share: exact, figures: { wishes: wishes.length, rank: rank + 1 } };
  const major = position.occupationCode.charAt(0);
  const isNear = wishes.some((wish) => wish.charAt(0) === major);
  return {
    share: isNear ? SAME_MAJOR_GROUP : NONE,
    figures: { wishes: wishes.length, sameMajorGroup: isNear ? 1 : 0 },
  };
}

function commute(client: ClientFacts, minutes: number | null): Judged {
  const limit = client.travelLimitMinutes;
  if (minutes === null) return { share: NONE, figures: { limit } };
  const figures = { minutes, limit };
  if (minutes > limit) return { share: NONE, figures };
  if (minutes <= FULL_POINTS_MINUTES) return { share: WHOLE, figures };
  return { share: shareOf(limit - minutes, limit - FULL_POINTS_MINUTES), figures };
}

function pay(client: ClientFacts, position: PositionFacts): Judged {
  const wanted = client.minAcceptablePayFen;
  const { payMinFen, payMaxFen } = position;
  if (wanted === null || wanted <= 0) return { share: HALF, figures: { payMinFen, payMaxFen } };
  // (p − a) / (a/4), written without a fraction in a fraction.
  const share = shareOf(4 * (payMinFen - wanted), wanted);
  return { share, figures: { payMinFen, payMaxFen, wantedFen: wanted } };
}

function shiftAndHours(client: ClientFacts, position: PositionFacts): Judged {
  const isWished = client.wishedShifts.length === 0 || client.wishedShifts.includes(position.shift);
  const available = client.weeklyHoursAvailable;
  const hours = position.weeklyHours;
  const isFull = 4 * hours >= 3 * available && hours <= available;
  return {
    share: shareOf((isWished ? 3 : 0) + (isFull ? 2 : 1), 5),
    figures: { shift: position.shift, shiftWished: isWished ? 1 : 0, hours, available },
  };
}

function benefits(client: ClientFacts, position: PositionFacts): Judged {
  const wishes = distinct(client.wishedBenefits);
  const met = metOf(wishes, position.benefits);
  const share = wishes.length === 0 ? WHOLE : shareOf(met, wishes.length);
  return { share, figures: { met, wished: wishes.length } };
}

/** The six parts of a score in fixed order; unknown travel time gives no points for the commute. */
export function scoreParts(
  client: ClientFacts,
  position: PositionFacts,
  travelMinutes: number | null,
  weights: ScoreWeights,
): readonly ScorePart[] {
  const part = (name: ScorePartName, { share, figures }: Judged): ScorePart => ({
    name,
    points: pointsOf(weights[name], share),
    of: weights[name],
    figures,
  });
  return [
    part('SKILLS', skills(client, position)),
    part('OCCUPATION', occupation(client, position)),
    part('COMMUTE', commute(client, travelMinutes)),
    part('PAY', pay(client, position)),
    part('SHIFT_AND_HOURS', shiftAndHours(client, position)),
    part('BENEFITS', benefits(client, position)),
  ];
}
