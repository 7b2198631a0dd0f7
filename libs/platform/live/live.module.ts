import { Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { readConfig } from '../config/read-config';
import { databaseSettings } from '../config/settings';
import { Logger } from '../logging/logger';
import { LiveController } from './live.controller';
import { LiveHub } from './live-hub';

/** Serves `GET /live`. */
@Module({
  controllers: [LiveController],
  providers: [
    {
      provide: LiveHub,
      inject: [Logger],
      useFactory: (log: Logger) => new LiveHub(readConfig(databaseSettings).appUrl, log),
    },
  ],
})
export class LiveModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly hub: LiveHub) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.hub.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.hub.stop();
  }
}
