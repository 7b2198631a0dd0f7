export { MatchBoard } from './components/match-board';
