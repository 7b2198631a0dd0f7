export { SystemBoard } from './components/system-board';
