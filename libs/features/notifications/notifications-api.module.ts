import { Module } from '@nestjs/common';
import { ContactsResolver } from './contacts.resolver';
import { DeliveriesRepository } from './deliveries.repository';
import { DeliveriesResolver } from './deliveries.resolver';
import { NotificationsModule } from './notifications.module';

/** What the API serves of notifications: the log of deliveries, the choices of clients, reminders by hand. */
@Module({ imports: [NotificationsModule], providers: [ContactsResolver, DeliveriesResolver, DeliveriesRepository] })
export class NotificationsApiModule {}
