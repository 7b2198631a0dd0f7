import { Module } from '@nestjs/common';
import { ChannelsModule } from '#platform/channels/channels.module';
import { readConfig } from '#platform/config/read-config';
import { httpSettings } from '#platform/config/settings';
import { ParametersModule } from '#features/parameters';
import { ClientMessageDeliveryService } from './client-message-delivery.service';
import { MessageAnnouncedProcessor, MessageDeliverProcessor } from './messages.processor';
import { NotificationsModule } from './notifications.module';
import { ReminderDeliverProcessor } from './reminder-deliver.processor';
import { ReminderDeliveryService } from './reminder-delivery.service';
import { ReminderLink } from './reminder-link';
import { ReminderSources } from './reminder-sources';

/** What the worker does for notifications: it sends them. */
@Module({
  imports: [NotificationsModule, ParametersModule, ChannelsModule],
  providers: [
    ReminderDeliverProcessor,
    MessageAnnouncedProcessor,
    MessageDeliverProcessor,
    ClientMessageDeliveryService,
    ReminderDeliveryService,
    ReminderSources,
    { provide: ReminderLink, useFactory: () => new ReminderLink(readConfig(httpSettings).servedOrigin ?? null) },
  ],
  exports: [ReminderSources],
})
export class NotificationsJobsModule {}
