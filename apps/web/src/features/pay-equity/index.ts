export { ClientFindings } from './components/client-findings';
export { FindingList } from './components/finding-list';
export { PayCheckRuns } from './components/pay-check-runs';
