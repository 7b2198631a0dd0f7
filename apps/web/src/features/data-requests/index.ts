export { CorrectionRequests } from './components/correction-requests';
export { ErasureRequests } from './components/erasure-requests';
