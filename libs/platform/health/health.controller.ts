import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '../auth/access.decorators';
import { Logger } from '../logging/logger';

const WORKER_SILENT_SECONDS = 10;

/** Tells a supervisor of processes whether this one lives and whether the whole can serve. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  @Get('live')
  @Public('says only that the process answers')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  @Public('says only whether database and worker answer')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const seen = await this.workerSeenSecondsAgo();
    const isReady = seen !== null && seen <= WORKER_SILENT_SECONDS;
    await reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'waiting', workerSeenSecondsAgo: seen });
  }

  private async workerSeenSecondsAgo(): Promise<number | null> {
    try {
      const rows = await this.dataSource.query<{ seconds: number | null }[]>(
        'select extract(epoch from clock_timestamp() - max(seen_at))::float8 as seconds from worker_heartbeat',
      );
      return rows[0]?.seconds ?? null;
    } catch (error) {
      this.log.warn('readiness could not be read', {}, error);
      return null;
    }
  }
}
