export { PlanBoard as TrainingPlanPage } from '../../features/training-plan';
