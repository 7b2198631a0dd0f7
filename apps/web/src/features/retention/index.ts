export { RetentionBoard } from './components/retention-board';
