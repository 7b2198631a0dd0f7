import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.decorators';
import { Readiness } from './readiness';

/** Tells a supervisor of processes whether this one lives and whether the whole can serve; strangers learn no more than that. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Public('says only that the process answers')
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  @Public('says only whether the whole can serve')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const status = await this.readiness.now();
    await reply.status(status === 'waiting' ? 503 : 200).send({ status });
  }
}
