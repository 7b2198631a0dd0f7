import type { Education } from '../clients/client-codes';
import type { Day } from '../common/day';
import type { Fen } from '../common/money';
import type { Outcome } from '../common/outcome';
import type { HeldCertificate } from '../matching/match-facts';
import { parseDay } from './cell-values';
import { findEducation } from './cell-words';
import { CLIENT_COLUMNS, type ClientColumnKey, type RowCells } from './column-tables';
import type { ImportLookups } from './import-lookups';
import { present, RowReader, type Bounds, type RowRefusalCode } from './row-reader';

/** A client as a file gives it; null where the cell is empty or the column absent. */
export interface ClientRow {
  readonly fileNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly birthYear: number | null;
  readonly township: string | null;
  readonly educationCode: Education | null;
  readonly skills: readonly string[];
  readonly certificates: readonly HeldCertificate[];
  readonly desiredOccupations: readonly string[];
  readonly minAcceptablePayFen: Fen | null;
  readonly weeklyHoursAvailable: number | null;
  readonly availableFrom: Day | null;
}

/** Years of age within which people are taken into the programme, counted by calendar year. */
export const CLIENT_AGE: Bounds = { min: 16, max: 75 };

/** Monthly pay that a file may name, in fen: 1 to 100,000 yuan. */
export const MONTHLY_PAY_FEN: Bounds = { min: 100, max: 10_000_000 };

/** Weekly hours for which a client may be available. */
export const CLIENT_WEEKLY_HOURS: Bounds = { min: 1, max: 60 };

const CERTIFICATE = /^(.+?)(?:\((?:有效期)?(?:至|到)?(.+?)(?:止)?\))?$/;

/** Reads 叉车证 or 叉车证(至2027-06-30); null when the certificate or the day is not known. */
function heldCertificate(text: string, lookups: ImportLookups): HeldCertificate | null {
  const [, name = '', until] = CERTIFICATE.exec(text) ?? [];
  const code = lookups.certificate(name.trim());
  if (code === null) return null;
  if (until === undefined) return { code, validTo: null };
  const validTo = parseDay(until);
  return validTo === null ? null : { code, validTo };
}

/** Reads one row of a file of clients, or says of each field why not. */
export function readClientRow(
  cells: RowCells<ClientColumnKey>,
  lookups: ImportLookups,
  today: Day,
): Outcome<ClientRow, RowRefusalCode> {
  const reader = new RowReader<ClientColumnKey>(CLIENT_COLUMNS, cells);
  const year = Number(today.slice(0, 4));
  const fileNumber = reader.text('fileNumber', 40);
  const name = reader.text('name', 60);
  const phone = reader.phone('phone');
  const optional = {
    birthYear: reader.integer('birthYear', { min: year - CLIENT_AGE.max, max: year - CLIENT_AGE.min }),
    township: reader.code('township', lookups.township, 'UNKNOWN_TOWNSHIP'),
    educationCode: reader.code('educationCode', findEducation),
    skills: reader.list('skills', lookups.skill),
    certificates: reader.list('certificates', (text) => heldCertificate(text, lookups)),
    desiredOccupations: reader.list('desiredOccupations', lookups.occupation),
    minAcceptablePayFen: reader.money('minAcceptablePayFen', MONTHLY_PAY_FEN),
    weeklyHoursAvailable: reader.integer('weeklyHoursAvailable', CLIENT_WEEKLY_HOURS),
    availableFrom: reader.day('availableFrom'),
  };
  return reader.finish(() => ({
    fileNumber: present(fileNumber),
    name: present(name),
    phone: present(phone),
    ...optional,
  }));
}
