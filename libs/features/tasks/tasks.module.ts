import { Module } from '@nestjs/common';
import { TasksRepository } from './tasks.repository';
import { TasksService } from './tasks.service';

/** Things for people to do. */
@Module({ providers: [TasksService, TasksRepository], exports: [TasksService] })
export class TasksModule {}
