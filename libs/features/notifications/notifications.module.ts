import { Module } from '@nestjs/common';
import { ClientMessagesRepository } from './client-messages.repository';
import { ClientMessagesService } from './client-messages.service';
import { ContactChoicesRepository } from './contact-choices.repository';
import { ContactChoicesService } from './contact-choices.service';
import { RemindersRepository } from './reminders.repository';
import { RemindersService } from './reminders.service';

const services = [
  RemindersService,
  RemindersRepository,
  ClientMessagesService,
  ClientMessagesRepository,
  ContactChoicesService,
  ContactChoicesRepository,
];

/** Reminders, one digest per person, day and kind; messages to clients, by their choice of way and hours. */
@Module({ providers: services, exports: services })
export class NotificationsModule {}
