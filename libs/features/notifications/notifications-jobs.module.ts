import { Module } from '@nestjs/common';
import { readConfig } from '#platform/config/read-config';
import { httpSettings } from '#platform/config/settings';
import { NotificationsModule } from './notifications.module';
import { ReminderDeliverProcessor } from './reminder-deliver.processor';
import { ReminderDeliveryService } from './reminder-delivery.service';
import { ReminderLink } from './reminder-link';
import { ReminderSources } from './reminder-sources';

/** What the worker does for notifications: it sends them. */
@Module({
  imports: [NotificationsModule],
  providers: [
    ReminderDeliverProcessor,
    ReminderDeliveryService,
    ReminderSources,
    { provide: ReminderLink, useFactory: () => new ReminderLink(readConfig(httpSettings).servedOrigin ?? null) },
  ],
  exports: [ReminderSources],
})
export class NotificationsJobsModule {}
