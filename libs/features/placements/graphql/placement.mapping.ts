import { moneyOf, moneyOrNull } from '#platform/graphql/money.type';
import type { PlacementRow } from '../placements.repository';
import { Placement } from './placement.type';

/** The schema's form of a placement. */
export const placementOf = (row: PlacementRow): Placement =>
  Object.assign(new Placement(), {
    ...row,
    enterpriseName: row.organisationName ?? '',
    agreedPay: moneyOf(row.agreedPayFen),
    overtimeBase: moneyOrNull(row.overtimeBaseFen),
    lowestSameJob: moneyOrNull(row.lowestSameJobFen),
  });
