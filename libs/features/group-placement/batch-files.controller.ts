import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '#domain/common/permission';
import { isUuid } from '#domain/common/uuid';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import type { Tx } from '#platform/database/transaction';
import { Transactions } from '#platform/database/transactions';
import { BatchFilesService } from './batch-files.service';

/** The files of a batch; that somebody fetched one stands in the audit trail before it leaves. */
@Controller('placement-batches')
export class BatchFilesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: BatchFilesService,
  ) {}

  @Get(':id/certificate.json')
  @Requires(Permission.BATCH_CONDUCT)
  async certificate(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const certificate = await this.made(request, id, (tx) => this.files.certificate(tx, id));
    void reply.headers(headersOf('application/json; charset=utf-8', `certificate-${id}.json`));
    return JSON.stringify(certificate);
  }

  @Get(':id/report.pdf')
  @Requires(Permission.BATCH_CONDUCT)
  async report(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const report = await this.made(request, id, (tx) => this.files.report(tx, id));
    void reply.headers(headersOf('application/pdf', `batch-${id}.pdf`));
    return report;
  }

  private async made<T>({ actor }: FastifyRequest, id: string, make: (tx: Tx) => Promise<T | null>): Promise<T> {
    if (actor === null) throw new AppError('NOT_AUTHENTICATED');
    const made = isUuid(id) ? await this.transactions.run(actor, make) : null;
    if (made === null) throw new AppError('NOT_FOUND');
    return made;
  }
}

const headersOf = (type: string, name: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});
