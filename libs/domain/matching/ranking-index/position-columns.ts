import { daysBetween, type Day } from '../../common/day';
import type { PositionFacts } from '../match-facts';
import { BitColumn, CodeBook } from './code-book';
import { RowIds } from './row-ids';

/** An open position as the index keeps it: an id and what a match is judged by, nothing of any person. */
export interface IndexedPosition extends PositionFacts {
  readonly id: string;
  readonly township: string;
}

const EPOCH: Day = '2000-01-01';
const ALWAYS = -0x8000_0000;
const NEVER = 0x7fff_ffff;

/** Days since 2000, which compare as the days do; a day that is not stated is the one given instead. */
export const dayNumber = (day: Day | null, instead = ALWAYS): number =>
  day === null ? instead : daysBetween(EPOCH, day);

/** The columns of all rows: a row has the same place in each. Township, occupation and shift are those of its bucket. */
export class PositionColumns {
  /** Skills and certificates, numbered together. */
  readonly qualifications = new CodeBook();
  readonly limits = new CodeBook();
  readonly benefitCodes = new CodeBook();
  readonly ids: RowIds;
  /** Without these a client does not fit. */
  readonly required: BitColumn;
  /** Skills that are required or wished. */
  readonly listed: BitColumn;
  readonly demands: BitColumn;
  readonly benefits: BitColumn;
  weeklyHours: Uint8Array;
  payMinFen: Float64Array;
  payMaxFen: Float64Array;
  opensOn: Int32Array;
  closesOn: Int32Array;
  agreementFrom: Int32Array;
  agreementTo: Int32Array;
  bucket: Int32Array;

  constructor(public capacity: number) {
    this.ids = new RowIds(capacity);
    this.required = new BitColumn(this.qualifications, capacity);
    this.listed = new BitColumn(this.qualifications, capacity);
    this.demands = new BitColumn(this.limits, capacity);
    this.benefits = new BitColumn(this.benefitCodes, capacity);
    this.weeklyHours = new Uint8Array(capacity);
    this.payMinFen = new Float64Array(capacity);
    this.payMaxFen = new Float64Array(capacity);
    this.opensOn = new Int32Array(capacity);
    this.closesOn = new Int32Array(capacity);
    this.agreementFrom = new Int32Array(capacity);
    this.agreementTo = new Int32Array(capacity);
    this.bucket = new Int32Array(capacity);
  }

  /** Makes room for so many rows. */
  grow(capacity: number): void {
    this.capacity = capacity;
    this.ids.grow(capacity);
    for (const column of [this.required, this.listed, this.demands, this.benefits]) column.grow(capacity);
    const larger = <T extends { set(from: T): void }>(column: T, empty: T): T => {
      empty.set(column);
      return empty;
    };
    this.weeklyHours = larger(this.weeklyHours, new Uint8Array(capacity));
    this.payMinFen = larger(this.payMinFen, new Float64Array(capacity));
    this.payMaxFen = larger(this.payMaxFen, new Float64Array(capacity));
    this.opensOn = larger(this.opensOn, new Int32Array(capacity));
    this.closesOn = larger(this.closesOn, new Int32Array(capacity));
    this.agreementFrom = larger(this.agreementFrom, new Int32Array(capacity));
    this.agreementTo = larger(this.agreementTo, new Int32Array(capacity));
    this.bucket = larger(this.bucket, new Int32Array(capacity));
  }

  /** Writes a row; an agreement that is not active is one that never begins. */
  set(row: number, position: IndexedPosition, bucket: number): void {
    this.ids.set(row, position.id);
    this.required.set(row, position.requiredSkills.map(skillCode), position.requiredCertificates.map(certificateCode));
    this.listed.set(row, position.requiredSkills.map(skillCode), position.wishedSkills.map(skillCode));
    this.demands.set(row, position.capacityDemands);
    this.benefits.set(row, position.benefits);
    this.weeklyHours[row] = position.weeklyHours;
    this.payMinFen[row] = position.payMinFen;
    this.payMaxFen[row] = position.payMaxFen;
    this.opensOn[row] = dayNumber(position.openFrom);
    this.closesOn[row] = dayNumber(position.closesOn, NEVER);
    this.agreementFrom[row] = position.agreementStatus === 'ACTIVE' ? dayNumber(position.agreementFrom) : NEVER;
    this.agreementTo[row] = dayNumber(position.agreementTo);
    this.bucket[row] = bucket;
  }
}

/** A skill and a certificate may share a code and are two things all the same. */
export const skillCode = (code: string): string => `skill ${code}`;

/** See `skillCode`. */
export const certificateCode = (code: string): string => `certificate ${code}`;
