import type { Day } from '../common/day';
import type { Fen } from '../common/money';
import type { Outcome } from '../common/outcome';
import { MAX_WEEKLY_HOURS } from '../placements/employment-law';
import { PayBasis, type Benefit, type Shift } from '../positions/position-codes';
import { findBenefit, findPayBasis, findShift } from './cell-words';
import { MONTHLY_PAY_FEN } from './client-row';
import { POSITION_COLUMNS, type PositionColumnKey, type RowCells } from './column-tables';
import type { ImportLookups } from './import-lookups';
import { present, RowReader, type Bounds, type RowRefusalCode } from './row-reader';

/** A position as a file gives it; null where an optional cell is empty. */
export interface PositionRow {
  readonly positionNumber: string;
  /** The enterprise's name. */
  readonly enterprise: string;
  readonly agreementNumber: string;
  readonly title: string;
  readonly occupation: string;
  readonly duties: string;
  readonly township: string;
  readonly site: string;
  readonly shift: Shift;
  readonly weeklyHours: number;
  readonly payMinFen: Fen;
  readonly payMaxFen: Fen;
  readonly payBasis: PayBasis;
  readonly requiredSkills: readonly string[];
  readonly wishedSkills: readonly string[];
  readonly requiredCertificates: readonly string[];
  readonly benefits: readonly Benefit[];
  readonly slotsTotal: number;
  readonly openFrom: Day | null;
  readonly closesOn: Day | null;
}

/** Slots that one position may have. */
export const SLOTS_PER_POSITION: Bounds = { min: 1, max: 500 };

const MAX_DUTIES_LENGTH = 2_000;

type Reader = RowReader<PositionColumnKey>;

function readOccupation(reader: Reader, title: string | null, lookups: ImportLookups): string | null {
  const named = reader.text('occupation');
  const found = named === null && title !== null ? lookups.occupation(title) : null;
  if (found !== null) return found;
  // An empty cell is enough when the title is itself an occupation; otherwise the file has to say which one it is.
  if (named === null) {
    reader.refuse('REQUIRED', 'occupation');
    return null;
  }
  return reader.code('occupation', lookups.occupation);
}

function readPay(reader: Reader): { payMinFen: Fen | null; payMaxFen: Fen | null; payBasis: PayBasis } {
  const payMinFen = reader.money('payMinFen', MONTHLY_PAY_FEN);
  const payMaxFen = reader.money('payMaxFen', MONTHLY_PAY_FEN);
  if (payMinFen !== null && payMaxFen !== null && payMaxFen < payMinFen) reader.refuse('PAY_REVERSED', 'payMaxFen');
  return { payMinFen, payMaxFen, payBasis: reader.code('payBasis', findPayBasis) ?? PayBasis.MONTHLY };
}

function readDates(reader: Reader): { openFrom: Day | null; closesOn: Day | null } {
  const openFrom = reader.day('openFrom');
  const closesOn = reader.day('closesOn');
  if (openFrom !== null && closesOn !== null && closesOn < openFrom) reader.refuse('DATES_REVERSED', 'closesOn');
  return { openFrom, closesOn };
}

const readLists = (reader: Reader, lookups: ImportLookups): Lists => ({
  requiredSkills: reader.list('requiredSkills', lookups.skill),
  wishedSkills: reader.list('wishedSkills', lookups.skill),
  requiredCertificates: reader.list('requiredCertificates', lookups.certificate),
  benefits: reader.list('benefits', findBenefit),
});

type Lists = Pick<PositionRow, 'requiredSkills' | 'wishedSkills' | 'requiredCertificates' | 'benefits'>;

/** Reads one row of a file of positions, or says of each field why not. */
export function readPositionRow(
  cells: RowCells<PositionColumnKey>,
  lookups: ImportLookups,
): Outcome<PositionRow, RowRefusalCode> {
  const reader: Reader = new RowReader<PositionColumnKey>(POSITION_COLUMNS, cells);
  const positionNumber = reader.text('positionNumber', 40);
  const enterprise = reader.text('enterprise');
  const agreementNumber = reader.text('agreementNumber', 60);
  const title = reader.text('title', 60);
  const occupation = readOccupation(reader, title, lookups);
  const duties = reader.text('duties', MAX_DUTIES_LENGTH) ?? '';
  const township = reader.code('township', lookups.township, 'UNKNOWN_TOWNSHIP');
  const site = reader.text('site') ?? '';
  const shift = reader.code('shift', findShift);
  const weeklyHours = reader.integer('weeklyHours', { min: 1, max: MAX_WEEKLY_HOURS });
  const { payMinFen, payMaxFen, payBasis } = readPay(reader);
  const optional = readLists(reader, lookups);
  const slotsTotal = reader.integer('slotsTotal', SLOTS_PER_POSITION);
  const dates = readDates(reader);
  return reader.finish(() => ({
    positionNumber: present(positionNumber),
    enterprise: present(enterprise),
    agreementNumber: present(agreementNumber),
    title: present(title),
    occupation: present(occupation),
    duties,
    township: present(township),
    site,
    shift: present(shift),
    weeklyHours: present(weeklyHours),
    payMinFen: present(payMinFen),
    payMaxFen: present(payMaxFen),
    payBasis,
    ...optional,
    slotsTotal: present(slotsTotal),
    ...dates,
  }));
}
