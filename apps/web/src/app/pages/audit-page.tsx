export { AuditList as AuditPage, ChainBoard as AuditChainPage } from '../../features/audit';
