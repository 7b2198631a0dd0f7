export { BatchList } from './components/batch-list';
export { BatchPage } from './components/batch-page';
