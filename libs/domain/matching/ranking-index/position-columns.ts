import { daysBetween, type Day } from '../../common/day';
import type { PositionFacts } from '../match-facts';
import { BitColumn, CodeBook } from './code-book';
import { grown } from './numbers';
import { RowIds } from './row-ids';

/** An open position as the index keeps it: an id and what a match is judged by, nothing of any person. */
export interface IndexedPosition extends PositionFacts {
  readonly id: string;
  readonly township: string;
}

/** By what books columns number the codes of their lists. */
export type CodeBooks = Pick<PositionColumns, 'skills' | 'certificateCodes' | 'limits' | 'benefitCodes'>;

const EPOCH: Day = '2000-01-01';
const ALWAYS = -0x8000_0000;
const NEVER = 0x7fff_ffff;

/** Days since 2000, which compare as the days do; a day that is not stated is the one given instead. */
export const dayNumber = (day: Day | null, instead = ALWAYS): number =>
  day === null ? instead : daysBetween(EPOCH, day);

/** The columns of all rows: a row has the same place in each. Township, occupation and shift are those of its run. */
export class PositionColumns {
  readonly skills: CodeBook;
  readonly certificateCodes: CodeBook;
  readonly limits: CodeBook;
  readonly benefitCodes: CodeBook;
  readonly ids: RowIds;
  readonly required: BitColumn;
  /** Skills that are required or wished. */
  readonly listed: BitColumn;
  readonly certificates: BitColumn;
  readonly demands: BitColumn;
  readonly benefits: BitColumn;
  weeklyHours: Uint8Array;
  payMinFen: Float64Array;
  payMaxFen: Float64Array;
  opensOn: Int32Array;
  closesOn: Int32Array;
  agreementFrom: Int32Array;
  agreementTo: Int32Array;
  /** The same few days come again and again. */
  private readonly days = new Map<Day, number>();

  /** @param books those of other columns, where rows are to be copied from them */
  constructor(
    public capacity: number,
    books?: CodeBooks,
  ) {
    this.skills = books?.skills ?? new CodeBook();
    this.certificateCodes = books?.certificateCodes ?? new CodeBook();
    this.limits = books?.limits ?? new CodeBook();
    this.benefitCodes = books?.benefitCodes ?? new CodeBook();
    this.ids = new RowIds(capacity);
    this.required = new BitColumn(this.skills, capacity);
    this.listed = new BitColumn(this.skills, capacity);
    this.certificates = new BitColumn(this.certificateCodes, capacity);
    this.demands = new BitColumn(this.limits, capacity);
    this.benefits = new BitColumn(this.benefitCodes, capacity);
    this.weeklyHours = new Uint8Array(capacity);
    this.payMinFen = new Float64Array(capacity);
    this.payMaxFen = new Float64Array(capacity);
    this.opensOn = new Int32Array(capacity);
    this.closesOn = new Int32Array(capacity);
    this.agreementFrom = new Int32Array(capacity);
    this.agreementTo = new Int32Array(capacity);
  }

  /** Makes room for so many rows. */
  grow(capacity: number): void {
    this.capacity = capacity;
    for (const column of [this.ids, ...this.bits]) column.grow(capacity);
    this.weeklyHours = grown(this.weeklyHours, capacity);
    this.payMinFen = grown(this.payMinFen, capacity);
    this.payMaxFen = grown(this.payMaxFen, capacity);
    this.opensOn = grown(this.opensOn, capacity);
    this.closesOn = grown(this.closesOn, capacity);
    this.agreementFrom = grown(this.agreementFrom, capacity);
    this.agreementTo = grown(this.agreementTo, capacity);
  }

  /** Writes a row; an agreement that is not active is one that never begins. */
  set(row: number, position: IndexedPosition): void {
    this.ids.set(row, position.id);
    this.required.set(row, position.requiredSkills);
    this.listed.set(row, position.requiredSkills, position.wishedSkills);
    this.certificates.set(row, position.requiredCertificates);
    this.demands.set(row, position.capacityDemands);
    this.benefits.set(row, position.benefits);
    this.weeklyHours[row] = position.weeklyHours;
    this.payMinFen[row] = position.payMinFen;
    this.payMaxFen[row] = position.payMaxFen;
    this.opensOn[row] = this.dayOf(position.openFrom, ALWAYS);
    this.closesOn[row] = this.dayOf(position.closesOn, NEVER);
    this.agreementFrom[row] =
      position.agreementStatus === 'ACTIVE' ? this.dayOf(position.agreementFrom, ALWAYS) : NEVER;
    this.agreementTo[row] = this.dayOf(position.agreementTo, NEVER);
  }

  /** Writes a row over another, which has no id. */
  move(from: number, to: number): void {
    this.ids.move(from, to);
    this.copyFacts(this, from, to);
  }

  /** Writes a row of other columns, which number codes by the same books, over one that has no id. */
  copy(other: PositionColumns, from: number, to: number): void {
    this.ids.copy(other.ids, from, to);
    this.copyFacts(other, from, to);
  }

  private copyFacts(other: PositionColumns, from: number, to: number): void {
    this.required.copy(from, to, other.required);
    this.listed.copy(from, to, other.listed);
    this.certificates.copy(from, to, other.certificates);
    this.demands.copy(from, to, other.demands);
    this.benefits.copy(from, to, other.benefits);
    this.weeklyHours[to] = other.weeklyHours[from]!;
    this.payMinFen[to] = other.payMinFen[from]!;
    this.payMaxFen[to] = other.payMaxFen[from]!;
    this.opensOn[to] = other.opensOn[from]!;
    this.closesOn[to] = other.closesOn[from]!;
    this.agreementFrom[to] = other.agreementFrom[from]!;
    this.agreementTo[to] = other.agreementTo[from]!;
  }

  private get bits(): readonly BitColumn[] {
    return [this.required, this.listed, this.certificates, this.demands, this.benefits];
  }

  private dayOf(day: Day | null, instead: number): number {
    if (day === null) return instead;
    const known = this.days.get(day);
    if (known !== undefined) return known;
    const number = dayNumber(day);
    this.days.set(day, number);
    return number;
  }
}
