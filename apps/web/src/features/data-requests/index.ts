export { ErasureRequests } from './components/erasure-requests';
