export { PayEquityModule } from './pay-equity.module';
export { PayEquityJobsModule } from './pay-equity-jobs.module';
export { PayrollImportModule } from './payroll-import.module';
export { latestDuePayroll } from './payroll-deadline';
export { PayFindingsReader } from './pay-findings-reader';
export type { PayFindingRow } from './pay-findings.repository';
export { PayFinding } from './graphql/pay-finding.type';
export { payFindingOf } from './graphql/pay-equity.mapping';
