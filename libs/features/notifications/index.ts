export { NotificationsModule } from './notifications.module';
export { NotificationsJobsModule } from './notifications-jobs.module';
export { NotificationsApiModule } from './notifications-api.module';
export { ClientMessagesService, type NewMessage } from './client-messages.service';
export { RemindersService, type NewDigest } from './reminders.service';
export { ReminderSources, type ReminderKind, type ReminderSource } from './reminder-sources';
export type { DigestEntry } from './templates';
