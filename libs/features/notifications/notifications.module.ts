import { Module } from '@nestjs/common';
import { RemindersRepository } from './reminders.repository';
import { RemindersService } from './reminders.service';

/** Reminders: one digest per person, day and kind. */
@Module({ providers: [RemindersService, RemindersRepository], exports: [RemindersService, RemindersRepository] })
export class NotificationsModule {}
