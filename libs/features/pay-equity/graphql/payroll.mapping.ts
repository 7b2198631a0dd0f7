import type { RuleAnswer } from '#domain/pay-equity/all-rules';
import { moneyOf } from '#platform/graphql/money.type';
import { figuresOf } from '#platform/graphql/user-error';
import type { DeclaredLineRow } from '../payroll-lines.repository';
import type { PayrollTrial as Trial, TrialRow } from '../payroll-trial.service';
import { PayrollLine, PayrollTrial, type PayrollTrialRow, type PayrollTrialRule } from './payroll.type';

/** The schema's form of a declared line. */
export const payrollLineOf = ({ baseFen, ...row }: DeclaredLineRow): PayrollLine =>
  Object.assign(new PayrollLine(), { ...row, base: moneyOf(baseFen) });

/** The schema's form of a trial. */
export const payrollTrialOf = ({ fileRefusal, unknownColumns, rows }: Trial): PayrollTrial =>
  Object.assign(new PayrollTrial(), {
    fileRefusal: fileRefusal === null ? null : { code: fileRefusal.code, field: [...fileRefusal.field] },
    unknownColumns: [...unknownColumns],
    rows: rows.map(rowOf),
  });

const rowOf = ({ rowNumber, key, refusals, rules }: TrialRow): PayrollTrialRow => ({
  rowNumber,
  key,
  refusals: refusals.map(({ code, field }) => ({ code, field: [...field] })),
  rules: rules.map(ruleOf),
});

function ruleOf(rule: RuleAnswer): PayrollTrialRule {
  const known = Object.entries(rule.figures).flatMap(([name, value]): [string, string | number][] => {
    if (Array.isArray(value)) return [[name, value.join(',')]];
    if (typeof value === 'number' || typeof value === 'string') return [[name, value]];
    return typeof value === 'boolean' ? [[name, String(value)]] : [];
  });
  return { code: rule.code, status: rule.status, figures: figuresOf(Object.fromEntries(known)) };
}
