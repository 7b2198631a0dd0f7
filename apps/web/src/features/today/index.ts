export { TodayBoard } from './components/today-board';
export type { DueFollowUp } from './components/due-follow-ups';
