export { RecoveryList as RecoveriesPage } from '../../features/recoveries';
