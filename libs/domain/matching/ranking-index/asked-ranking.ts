import type { Day } from '../../common/day';
import { validCertificates } from '../hard-checks';
import type { ClientFacts } from '../match-facts';
import { benefitShare, commuteShare, occupationShare, payShare, shiftShare, skillShare } from '../score-parts';
import { pointsOf } from '../score-share';
import type { ScoreWeights } from '../score-weights';
import type { Buckets } from './buckets';
import { maskOf } from './code-book';
import { certificateCode, dayNumber, skillCode, type PositionColumns } from './position-columns';

/** What is asked of the index. */
export interface RankingQuestion {
  readonly client: ClientFacts;
  /** Minutes from the client's township; null where the way is not known. */
  readonly minutesTo: (township: string) => number | null;
  readonly weights: ScoreWeights;
  /** In Asia/Shanghai. */
  readonly today: Day;
  readonly first: number;
  /** Positions that pass every hard check, or those that fail at least one. */
  readonly isFeasible: boolean;
  /** False: a way that is too long or not known fails no check. True unless told. */
  readonly hasRadius?: boolean;
}

const MOST_LISTED = 64;

/** A question worked out as far as it is the same for many rows: points by township, occupation, shift and count. */
export class AskedRanking {
  readonly skills: Uint32Array;
  readonly qualifications: Uint32Array;
  readonly limits: Uint32Array;
  readonly benefits: Uint32Array;
  readonly today: number;
  /** The first day on which the client could begin. */
  readonly earliest: number;
  readonly hours: number;
  readonly wantedFen: number | null;
  private readonly isWithinReach: boolean[] = [];
  private readonly commute: number[] = [];
  private readonly occupation: number[] = [];
  private readonly isBarred: boolean[] = [];
  private readonly isShiftWished: boolean[] = [];
  private readonly shiftPoints: readonly (readonly number[])[];
  private readonly skillTable = new Int32Array(MOST_LISTED * MOST_LISTED).fill(-1);
  private readonly benefitTable: readonly number[];

  constructor(
    private readonly question: RankingQuestion,
    columns: PositionColumns,
    buckets: Buckets,
  ) {
    const { client, weights, today } = question;
    const skills = client.skills.map(skillCode);
    this.skills = maskOf(columns.qualifications, skills);
    const certificates = [...validCertificates(client, today)].map(certificateCode);
    this.qualifications = maskOf(columns.qualifications, [...skills, ...certificates]);
    this.limits = maskOf(columns.limits, client.capacityLimits);
    this.benefits = maskOf(columns.benefitCodes, client.wishedBenefits);
    this.today = dayNumber(today);
    this.earliest = Math.max(this.today, dayNumber(client.availableFrom));
    this.hours = client.weeklyHoursAvailable;
    this.wantedFen = client.minAcceptablePayFen;
    this.shiftPoints = [false, true].map((isWished) =>
      [false, true].map((isFull) => pointsOf(weights.SHIFT_AND_HOURS, shiftShare(isWished, isFull))),
    );
    const wished = new Set(client.wishedBenefits).size;
    this.benefitTable = Array.from({ length: wished + 1 }, (_, met) =>
      pointsOf(weights.BENEFITS, benefitShare(met, wished)),
    );
    this.judgeTownships(buckets);
    this.judgeWork(buckets);
  }

  /** The most that a row of this bucket can score. */
  mostOf(buckets: Buckets, bucket: number): number {
    const { weights } = this.question;
    const shift = this.shiftPoints[this.isShiftWished[buckets.shiftOf[bucket]!] ? 1 : 0]![1]!;
    return this.baseOf(buckets, bucket) + shift + weights.PAY + weights.SKILLS + weights.BENEFITS;
  }

  /** The points that all rows of this bucket have: occupation and commute. */
  baseOf(buckets: Buckets, bucket: number): number {
    return this.occupation[buckets.occupationOf[bucket]!]! + this.commute[buckets.townshipOf[bucket]!]!;
  }

  /** True where the rows of a bucket pass the checks of way and shift. */
  passesBucket(buckets: Buckets, bucket: number): boolean {
    const isNear = this.question.hasRadius === false || this.isWithinReach[buckets.townshipOf[bucket]!]!;
    return isNear && !this.isBarred[buckets.shiftOf[bucket]!]!;
  }

  /** Points of shift and hours. */
  shiftAndHours(buckets: Buckets, bucket: number, weeklyHours: number): number {
    const isFull = 4 * weeklyHours >= 3 * this.hours && weeklyHours <= this.hours;
    return this.shiftPoints[this.isShiftWished[buckets.shiftOf[bucket]!] ? 1 : 0]![isFull ? 1 : 0]!;
  }

  /** Points of pay. */
  pay(payMinFen: number): number {
    return pointsOf(this.question.weights.PAY, payShare(payMinFen, this.wantedFen));
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

  private judgeTownships({ townships }: Buckets): void {
    const { client, minutesTo, weights } = this.question;
    for (const township of townships.codes()) {
      const minutes = minutesTo(township);
      this.commute.push(pointsOf(weights.COMMUTE, commuteShare(minutes, client.travelLimitMinutes)));
      this.isWithinReach.push(minutes !== null && minutes <= client.travelLimitMinutes);
    }
  }

  private judgeWork({ occupations, shifts }: Buckets): void {
    const { client, weights } = this.question;
    for (const code of occupations.codes())
      this.occupation.push(pointsOf(weights.OCCUPATION, occupationShare(client.desiredOccupations, code)));
    for (const shift of shifts.codes()) {
      this.isBarred.push(client.shiftLimits.some((limit) => limit === shift));
      this.isShiftWished.push(client.wishedShifts.length === 0 || client.wishedShifts.some((wish) => wish === shift));
    }
  }
}
