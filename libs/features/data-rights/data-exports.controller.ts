import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '#domain/common/permission';
import { isUuid } from '#domain/common/uuid';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { Transactions } from '#platform/database/transactions';
import { COPY_FORMS, DataExportsService, type CopyForm } from './data-exports.service';

const isForm = (text: string): text is CopyForm => COPY_FORMS.some((form) => form === text);

/** Gives a client the copy of her data that she asked for; a fresh proof of identity is asked for. */
@Controller('exports')
export class DataExportsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly exports: DataExportsService,
  ) {}

  @Get(':id/:form')
  @Requires(Permission.OWN_FILE_READ)
  @StepUp()
  async fetch(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('form') form: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { actor } = request;
    if (actor === null) throw new AppError('NOT_AUTHENTICATED');
    const copy =
      isUuid(id) && isForm(form) ? await this.transactions.run(actor, (tx) => this.exports.read(tx, id, form)) : null;
    if (copy === null) throw new AppError('NOT_FOUND');
    void reply.headers({
      'content-type': copy.mediaType,
      'content-disposition': `attachment; filename="my-data.${form}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return copy.bytes;
  }
}
