export { RecoveryList } from './components/recovery-list';
