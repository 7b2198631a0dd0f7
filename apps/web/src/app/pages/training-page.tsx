export { SessionList as TrainingPage } from '../../features/training';
