export { AgreementsModule } from './agreements.module';
export { AgreementsJobsModule } from './agreements-jobs.module';
export { AgreementsService } from './agreements.service';
export { AgreementsReader } from './agreements-reader';
export type { AgreementRow } from './agreements.repository';
export { Agreement } from './graphql/agreement.type';
export { agreementOf } from './graphql/agreement.mapping';
