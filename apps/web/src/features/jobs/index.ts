export { JobsBoard } from './components/jobs-board';
