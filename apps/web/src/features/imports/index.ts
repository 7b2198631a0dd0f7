export { ImportForm } from './components/import-form';
export { ImportRunList } from './components/import-run-list';
export { ImportRunView } from './components/import-run-view';
