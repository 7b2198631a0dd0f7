export { TrainingPlanModule } from './training-plan.module';
