import { Role } from '#domain/common/role';

const { CASEWORKER, SUPERVISOR, ENTERPRISE_HR } = Role;

/** Who may call what about payrolls and what they are judged by: a part of the permission matrix, mutations first. */
export const PAYROLL_FIELDS: Readonly<Record<string, readonly Role[]>> = {
  matchPayrollColumns: [ENTERPRISE_HR],
  recordPayrollLine: [ENTERPRISE_HR],
  recordContractTerms: [CASEWORKER],
  addMinimumWage: [SUPERVISOR],
  changeMinimumWage: [SUPERVISOR],
  payrollMonths: [ENTERPRISE_HR],
  payrollTemplate: [ENTERPRISE_HR],
  payrollTrial: [ENTERPRISE_HR],
  payrollLines: [ENTERPRISE_HR],
  minimumWageEffect: [SUPERVISOR],
};
