export { WeightsBoard as ScoreWeightsPage } from '../../features/matching';
