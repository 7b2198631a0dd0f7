export { AgreementList } from './components/agreement-list';
export { OwnAgreements } from './components/own-agreements';
