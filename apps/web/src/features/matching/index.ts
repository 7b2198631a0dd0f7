export { MatchBoard } from './components/match-board';
export { PositionPeople } from './components/position-people';
export { WeightsBoard } from './components/weights-board';
