import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '#domain/common/permission';
import { isUuid } from '#domain/common/uuid';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { Transactions } from '#platform/database/transactions';
import { ImportReader } from './import-reader';
import { refusedCsv } from './refused-csv';

/** Gives the refused rows of a run back to whoever sent them. */
@Controller('imports')
export class RefusedRowsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: ImportReader,
  ) {}

  @Get(':id/refused.csv')
  @Requires(Permission.IMPORT)
  async download(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { actor } = request;
    if (actor === null) throw new AppError('NOT_AUTHENTICATED');
    if (!isUuid(id)) throw new AppError('NOT_FOUND');
    const csv = await this.transactions.run(
      actor,
      async (tx) => {
        const run = await this.reader.byId(tx, id);
        return run === null ? null : refusedCsv(run.kind, await this.reader.refusedRows(tx, id));
      },
      { readOnly: true },
    );
    if (csv === null) throw new AppError('NOT_FOUND');
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="refused-${id}.csv"`,
      'cache-control': 'no-store',
    });
    return csv;
  }
}
