export { PlanBoard } from './components/plan-board';
