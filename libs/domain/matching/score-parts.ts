import type { Fen } from '../common/money';
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

/** Share of the skills that a position lists; whole where it lists none. */
export const skillShare = (met: number, listed: number): Share => (listed === 0 ? WHOLE : shareOf(met, listed));

function skills(client: ClientFacts, position: PositionFacts): Judged {
  const listed = distinct(position.requiredSkills, position.wishedSkills);
  const met = metOf(listed, client.skills);
  return { share: skillShare(met, listed.length), figures: { met, listed: listed.length } };
}

const OCCUPATION_SHARES: readonly Share[] = [WHOLE, { numerator: 4, denominator: 5 }, { numerator: 3, denominator: 5 }];
const SAME_MAJOR_GROUP: Share = { numerator: 2, denominator: 5 };
const HALF: Share = { numerator: 1, denominator: 2 };

const isSameMajorGroup = (wishes: readonly string[], code: string): boolean =>
  wishes.some((wish) => wish.charAt(0) === code.charAt(0));

/** Share of the wish for an occupation, by its place among the wishes. */
export function occupationShare(wishes: readonly string[], code: string): Share {
  if (wishes.length === 0) return HALF;
  const exact = OCCUPATION_SHARES[wishes.indexOf(code)];
  if (exact !== undefined) return exact;
  return isSameMajorGroup(wishes, code) ? SAME_MAJOR_GROUP : NONE;
}

function occupation({ desiredOccupations: wishes }: ClientFacts, { occupationCode }: PositionFacts): Judged {
  const share = occupationShare(wishes, occupationCode);
  const rank = wishes.indexOf(occupationCode);
  if (wishes.length === 0) return { share, figures: { wishes: 0 } };
  if (OCCUPATION_SHARES[rank] !== undefined) return { share, figures: { wishes: wishes.length, rank: rank + 1 } };
  const sameMajorGroup = isSameMajorGroup(wishes, occupationCode) ? 1 : 0;
  return { share, figures: { wishes: wishes.length, sameMajorGroup } };
}

/** Share of the commute; none where the way is too long or not known. */
export function commuteShare(minutes: number | null, limit: number): Share {
  if (minutes === null || minutes > limit) return NONE;
  if (minutes <= FULL_POINTS_MINUTES) return WHOLE;
  return shareOf(limit - minutes, limit - FULL_POINTS_MINUTES);
}

function commute({ travelLimitMinutes: limit }: ClientFacts, minutes: number | null): Judged {
  return { share: commuteShare(minutes, limit), figures: minutes === null ? { limit } : { minutes, limit } };
}

/** Share of pay above the wish: (p − a) / (a/4), written without a fraction in a fraction. */
export const payShare = (payMinFen: Fen, wantedFen: Fen | null): Share =>
  wantedFen === null || wantedFen <= 0 ? HALF : shareOf(4 * (payMinFen - wantedFen), wantedFen);

function pay(client: ClientFacts, position: PositionFacts): Judged {
  const wanted = client.minAcceptablePayFen;
  const { payMinFen, payMaxFen } = position;
  const share = payShare(payMinFen, wanted);
  if (wanted === null || wanted <= 0) return { share, figures: { payMinFen, payMaxFen } };
  return { share, figures: { payMinFen, payMaxFen, wantedFen: wanted } };
}

/** Share of the wished shift (three fifths) and of the hours (two fifths where they are full, else one). */
export const shiftShare = (isWished: boolean, isFull: boolean): Share =>
  shareOf((isWished ? 3 : 0) + (isFull ? 2 : 1), 5);

function shiftAndHours(client: ClientFacts, position: PositionFacts): Judged {
  const isWished = client.wishedShifts.length === 0 || client.wishedShifts.includes(position.shift);
  const available = client.weeklyHoursAvailable;
  const hours = position.weeklyHours;
  const isFull = 4 * hours >= 3 * available && hours <= available;
  return {
    share: shiftShare(isWished, isFull),
    figures: { shift: position.shift, shiftWished: isWished ? 1 : 0, hours, available },
  };
}

/** Share of the wishes for housing, meals and the like; whole where nothing is wished. */
export const benefitShare = (met: number, wished: number): Share => (wished === 0 ? WHOLE : shareOf(met, wished));

function benefits(client: ClientFacts, position: PositionFacts): Judged {
  const wishes = distinct(client.wishedBenefits);
  const met = metOf(wishes, position.benefits);
  return { share: benefitShare(met, wishes.length), figures: { met, wished: wishes.length } };
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
