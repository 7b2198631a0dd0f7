export { CandidateBoard } from './components/candidate-board';
