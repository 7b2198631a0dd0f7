import { findingLabel } from '#domain/pay-equity/finding-label';
import { moneyOf, moneyOrNull } from '#platform/graphql/money.type';
import { figuresOf } from '#platform/graphql/user-error';
import type { PayCheckRunRow } from '../pay-check-runs.repository';
import type { OwnPayCheckRow, PayFindingRow } from '../pay-findings.repository';
import { MyPayCheck, PayCheckRun } from './pay-check.type';
import { PayFinding } from './pay-finding.type';

/** The schema's form of a finding. */
export const payFindingOf = (row: PayFindingRow): PayFinding =>
  Object.assign(new PayFinding(), {
    ...row,
    shortfall: moneyOf(row.shortfallFen),
    figures: figuresOf(row.figures),
    paid: moneyOrNull(row.paidFen),
    label: findingLabel(row.findingClass, row.confirmedAt !== null),
  });

/** The schema's form of a run. */
export const payCheckRunOf = (row: PayCheckRunRow): PayCheckRun => Object.assign(new PayCheckRun(), row);

/** The schema's form of one's own month. */
export const myPayCheckOf = ({ period, verdict, minimumWageVerified, ...fen }: OwnPayCheckRow): MyPayCheck =>
  Object.assign(new MyPayCheck(), {
    period,
    verdict,
    minimumWageVerified,
    received: moneyOrNull(fen.receivedFen),
    countedTowardsMinimum: moneyOrNull(fen.countedFen),
    minimumWage: moneyOrNull(fen.minimumFen),
    shortfall: fen.shortfallFen > 0 ? moneyOf(fen.shortfallFen) : null,
  });
