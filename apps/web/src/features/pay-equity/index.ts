export { ClientFindings } from './components/client-findings';
export { FindingBoard } from './components/finding-board';
export { FindingList } from './components/finding-list';
export { FindingView } from './components/finding-view';
export { PayCheckRuns } from './components/pay-check-runs';
export { PayTasks } from './components/pay-tasks';
export { RunOverview } from './components/run-overview';
export { SlotDecisions } from './components/slot-decisions';
