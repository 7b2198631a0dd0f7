import type { Day } from '../../common/day';
import { validCertificates } from '../hard-checks';
import type { ClientFacts } from '../match-facts';
import { benefitShare, commuteShare, occupationShare, payShare, shiftShare, skillShare } from '../score-parts';
import { pointsOf } from '../score-share';
import type { ScoreWeights } from '../score-weights';
import { maskOf } from './code-book';
import { dayNumber, type PositionColumns } from './position-columns';

/** What is asked of the index. */
export interface RankingQuestion {
  readonly client: ClientFacts;
  /** Minutes from the client's township by township; one that is missing is not known. */
  readonly minutes: ReadonlyMap<string, number>;
  readonly weights: ScoreWeights;
  /** In Asia/Shanghai. */
  readonly today: Day;
  readonly first: number;
  /** Positions that pass every hard check, or those that fail at least one. */
  readonly isFeasible: boolean;
  /** False: a way that is too long or not known fails no check. True unless told. */
  readonly hasRadius?: boolean;
}

const MOST_LISTED = 32;
const MOST_HOURS = 256;

/** A question worked out as far as it is the same for many rows: masks for the hard checks, tables of points by part. */
export class AskedRanking {
  readonly skills: Uint32Array;
  readonly certificates: Uint32Array;
  readonly limits: Uint32Array;
  readonly benefits: Uint32Array;
  readonly today: number;
  /** The first day on which the client could begin. */
  readonly earliest: number;
  readonly hours: number;
  readonly wantedFen: number | null;
  readonly isFeasible: boolean;
  readonly hasRadius: boolean;
  /** The most that skills and benefits give together. */
  readonly mostOfLists: number;
  readonly mostOfPay: number;
  /** By weekly hours, for a shift that is not wished and one that is. */
  private readonly shiftPoints: readonly Int32Array[];
  private readonly payRange: { readonly noneTo: number; readonly allFrom: number };
  private readonly skillTable = new Int32Array(MOST_LISTED * MOST_LISTED).fill(-1);
  private readonly benefitTable: readonly number[];

  constructor(
    private readonly question: RankingQuestion,
    columns: PositionColumns,
  ) {
    const { client, weights, today } = question;
    this.skills = maskOf(columns.skills, client.skills);
    this.certificates = maskOf(columns.certificateCodes, [...validCertificates(client, today)]);
    this.limits = maskOf(columns.limits, client.capacityLimits);
    this.benefits = maskOf(columns.benefitCodes, client.wishedBenefits);
    this.today = dayNumber(today);
    this.earliest = Math.max(this.today, dayNumber(client.availableFrom));
    this.hours = client.weeklyHoursAvailable;
    this.wantedFen = client.minAcceptablePayFen;
    this.isFeasible = question.isFeasible;
    this.hasRadius = question.hasRadius !== false;
    this.mostOfLists = weights.SKILLS + weights.BENEFITS;
    this.mostOfPay = weights.PAY;
    this.shiftPoints = [false, true].map((isWished) => this.byHours(isWished));
    this.payRange = rangeOfPay(this.wantedFen);
    const wished = new Set(client.wishedBenefits).size;
    this.benefitTable = Array.from({ length: wished + 1 }, (_, met) =>
      pointsOf(weights.BENEFITS, benefitShare(met, wished)),
    );
  }

  /** Points of the commute. */
  commute(minutes: number): number {
    const { client, weights } = this.question;
    return pointsOf(weights.COMMUTE, commuteShare(minutes, client.travelLimitMinutes));
  }

  /** Points of an occupation. */
  occupation(code: string): number {
    const { client, weights } = this.question;
    return pointsOf(weights.OCCUPATION, occupationShare(client.desiredOccupations, code));
  }

  /** True where the client cannot work the shift. */
  isBarred(shift: string): boolean {
    return this.question.client.shiftLimits.some((limit) => limit === shift);
  }

  /** True where the client wishes for the shift, or for none. */
  isWished(shift: string): boolean {
    const { wishedShifts } = this.question.client;
    return wishedShifts.length === 0 || wishedShifts.some((wish) => wish === shift);
  }

  /** Points of shift and hours by weekly hours. */
  shiftAndHours(isWished: boolean): Int32Array {
    return this.shiftPoints[isWished ? 1 : 0]!;
  }

  /** The most that a shift gives, whatever the hours. */
  mostOfShift(isWished: boolean): number {
    return pointsOf(this.question.weights.SHIFT_AND_HOURS, shiftShare(isWished, true));
  }

  /** Points of pay. */
  pay(payMinFen: number): number {
    if (payMinFen >= this.payRange.allFrom) return this.mostOfPay;
    if (payMinFen <= this.payRange.noneTo) return 0;
    return pointsOf(this.mostOfPay, payShare(payMinFen, this.wantedFen));
  }

  /** Points of skills. */
  skillPoints(met: number, listed: number): number {
    const { SKILLS } = this.question.weights;
    if (listed >= MOST_LISTED) return pointsOf(SKILLS, skillShare(met, listed));
    const at = listed * MOST_LISTED + met;
    const known = this.skillTable[at]!;
    return known >= 0 ? known : (this.skillTable[at] = pointsOf(SKILLS, skillShare(met, listed)));
  }

  /** Points of housing and meals. */
  benefitPoints(met: number): number {
    return this.benefitTable[met]!;
  }

  private byHours(isWished: boolean): Int32Array {
    const points = (isFull: boolean): number =>
      pointsOf(this.question.weights.SHIFT_AND_HOURS, shiftShare(isWished, isFull));
    const [notFull, full] = [points(false), points(true)];
    return Int32Array.from({ length: MOST_HOURS }, (_, hours) =>
      4 * hours >= 3 * this.hours && hours <= this.hours ? full : notFull,
    );
  }
}

/** Where the points of pay begin and end: between them they are worked out, beyond them they are known. */
const rangeOfPay = (wantedFen: number | null): { noneTo: number; allFrom: number } =>
  wantedFen === null || wantedFen <= 0
    ? { noneTo: -Infinity, allFrom: Infinity }
    : { noneTo: wantedFen, allFrom: wantedFen + wantedFen / 4 };
