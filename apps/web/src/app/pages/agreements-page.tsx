export { AgreementList as AgreementsPage, OwnAgreements as AgreementPage } from '../../features/agreements';
