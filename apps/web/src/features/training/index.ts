export { SessionList } from './components/session-list';
