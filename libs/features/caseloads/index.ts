export { CaseloadsModule } from './caseloads.module';
