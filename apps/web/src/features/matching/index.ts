export { MatchBoard } from './components/match-board';
export { WeightsBoard } from './components/weights-board';
