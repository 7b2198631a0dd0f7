import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '#domain/common/permission';
import { OpenWhenLocked, Requires } from '../auth/access.decorators';
import { AppError } from '../auth/app-error';
import { LiveHub } from './live-hub';

const KEEP_ALIVE_MS = 25_000;
/** Of what was sent and not read; events are a hundred bytes. */
const UNREAD_BYTES = 65_536;

/** Server-sent events: ids of what changed, for those who may see it; the screen then reads anew under its own rights. */
@Controller('live')
export class LiveController {
  constructor(private readonly hub: LiveHub) {}

  @Get()
  @Requires(Permission.LIVE)
  @OpenWhenLocked()
  stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { actor } = request;
    if (actor === null) throw new AppError('NOT_AUTHENTICATED');
    if (!this.hub.hasRoomFor(actor)) throw new AppError('TOO_MANY_STREAMS');
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write('retry: 2000\n\n');
    const beat = setInterval(() => raw.write(': here\n\n'), KEEP_ALIVE_MS);
    const leave = this.hub.add({
      actor,
      send: (event) => {
        if (raw.writableLength > UNREAD_BYTES)
          raw.destroy(); // she does not read; her browser comes back and asks anew
        else raw.write(`data: ${JSON.stringify(event)}\n\n`);
      },
      close: () => raw.end(),
    });
    raw.on('close', () => {
      clearInterval(beat);
      leave();
    });
  }
}
