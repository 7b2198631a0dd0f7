import type { Day } from '#domain/common/day';
import type { IndexedPosition } from '#domain/matching/ranking-index/position-columns';

/** A position and its agreement as the index reads them: a list of values without names, lists of codes as one text. */
export type IndexedRow = readonly [
  id: string,
  township: string,
  occupationCode: string,
  shift: IndexedPosition['shift'],
  requiredSkills: string,
  wishedSkills: string,
  requiredCertificates: string,
  capacityDemands: string,
  benefits: string,
  payMinFen: number,
  payMaxFen: number,
  weeklyHours: number,
  openFrom: Day | null,
  closesOn: Day | null,
  agreementStatus: IndexedPosition['agreementStatus'],
  agreementFrom: Day,
  agreementTo: Day,
];

const SEPARATOR = ',';
const codes = (column: string): string => `array_to_string(p.${column}, '${SEPARATOR}')`;

/**
 * Gives an `IndexedRow` of position p and agreement a. A million of these are read: names and lists in each row would take
 * more time than everything else.
 */
export const INDEXED_SQL = `json_build_array(p.id, p.township, p.occupation_code, p.shift, ${codes('required_skills')},
  ${codes('wished_skills')}, ${codes('required_certificates')}, ${codes('capacity_demands')}, ${codes('benefits')},
  p.pay_min_fen, p.pay_max_fen, p.weekly_hours, p.open_from, p.closes_on, a.status, a.effective_from, a.effective_to)`;

/** The positions of a page; the same list of codes is the same object in all of them. */
export function indexedPositions(rows: readonly IndexedRow[]): IndexedPosition[] {
  const lists = new Map<string, readonly string[]>([['', []]]);
  const listOf = (text: string): readonly string[] => {
    const known = lists.get(text);
    if (known !== undefined) return known;
    const list = text.split(SEPARATOR);
    lists.set(text, list);
    return list;
  };
  return rows.map((row) => ({
    id: row[0],
    township: row[1],
    occupationCode: row[2],
    shift: row[3],
    requiredSkills: listOf(row[4]),
    wishedSkills: listOf(row[5]),
    requiredCertificates: listOf(row[6]),
    capacityDemands: listOf(row[7]) as IndexedPosition['capacityDemands'],
    benefits: listOf(row[8]),
    payMinFen: row[9],
    payMaxFen: row[10],
    weeklyHours: row[11],
    openFrom: row[12],
    closesOn: row[13],
    agreementStatus: row[14],
    agreementFrom: row[15],
    agreementTo: row[16],
  }));
}
