export { DeputyList } from './components/deputy-list';
