import { certificateOf, occupationOf, skillOf, townshipOf } from '#features/parameters';
import { moneyOf } from '#platform/graphql/money.type';
import type { PositionRow } from '../positions.repository';
import { Position } from './position.type';

/** The schema's form of a position. */
export function positionOf(row: PositionRow): Position {
  return Object.assign(new Position(), {
    ...row,
    occupation: occupationOf(row.occupationCode),
    township: townshipOf(row.township),
    payMin: moneyOf(row.payMinFen),
    payMax: moneyOf(row.payMaxFen),
    requiredSkills: row.requiredSkills.map(skillOf),
    wishedSkills: row.wishedSkills.map(skillOf),
    requiredCertificates: row.requiredCertificates.map(certificateOf),
  });
}
