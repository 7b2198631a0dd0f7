export { AuditModule } from './audit.module';
export { AuditJobsModule } from './audit-jobs.module';
