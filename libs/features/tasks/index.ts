export { TasksModule } from './tasks.module';
export { TasksService, type NewTask, type TaskSubject } from './tasks.service';
