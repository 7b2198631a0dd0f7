export { ClientHead } from './components/client-head';
export { ClientList } from './components/client-list';
export { ClientOverview } from './components/client-overview';
