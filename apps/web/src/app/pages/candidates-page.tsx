export { CandidateBoard as CandidatesPage } from '../../features/candidates';
