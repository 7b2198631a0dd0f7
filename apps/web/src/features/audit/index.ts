export { AuditList } from './components/audit-list';
export { ChainBoard } from './components/chain-board';
