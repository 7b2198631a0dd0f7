import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#platform/auth/access.decorators';
import { ProviderArrival } from './provider-arrival';

const SEE_OTHER = 303;

/** Where the sign-in provider sends browsers back to. */
@Controller('auth/provider')
export class ProviderController {
  constructor(private readonly arrival: ProviderArrival) {}

  @Get('callback')
  @Public('who comes back from the provider is not signed in yet')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = await this.arrival.receive(request, reply);
    await reply.header('cache-control', 'no-store').redirect(path, SEE_OTHER);
  }
}
