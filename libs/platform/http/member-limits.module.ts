import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { readConfig } from '../config/read-config';
import { queueSettings } from '../config/settings';
import { Logger } from '../logging/logger';
import { MemberLimits } from './member-limits';

const limits = {
  provide: MemberLimits,
  inject: [Logger],
  useFactory: (log: Logger): MemberLimits => {
    const { backend, redisUrl, prefix } = readConfig(queueSettings);
    return MemberLimits.with(backend === 'redis' ? redisUrl : undefined, prefix, log);
  },
};

/** What signed-in members may send within a time. */
@Module({ providers: [limits], exports: [limits] })
export class MemberLimitsModule implements OnApplicationShutdown {
  constructor(private readonly limits: MemberLimits) {}

  onApplicationShutdown(): void {
    this.limits.close();
  }
}
