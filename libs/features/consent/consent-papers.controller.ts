import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#domain/common/actor';
import { Permission } from '#domain/common/permission';
import { isUuid } from '#domain/common/uuid';
import { FilesService, type FileContent } from '#features/files';
import { Audit } from '#platform/audit/audit';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { Transactions } from '#platform/database/transactions';
import { ConsentReader } from './consent-reader';

/** Shows the paper behind a recorded consent to whoever recorded it and to the supervisor who looks at it. */
@Controller('consents')
export class ConsentPapersController {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: ConsentReader,
    private readonly files: FilesService,
    private readonly audit: Audit,
  ) {}

  @Get(':id/paper')
  @Requires(Permission.CONSENT_CONDUCT, Permission.CONSENT_REVIEW)
  async paper(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { actor } = request;
    if (actor === null) throw new AppError('NOT_AUTHENTICATED');
    const paper = isUuid(id) ? await this.read(actor, id) : null;
    if (paper === null) throw new AppError('NOT_FOUND');
    void reply.headers({
      'content-type': paper.mediaType,
      'content-disposition': `inline; filename="consent-${id}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return paper.bytes;
  }

  private read(actor: Actor, id: string): Promise<FileContent | null> {
    return this.transactions.run(actor, async (tx) => {
      const grant = await this.reader.byId(tx, id);
      const fileId = grant?.evidenceFileId ?? null;
      const paper = fileId === null ? null : await this.files.read(tx, fileId);
      if (paper !== null)
        await this.audit.record(tx, { action: 'consent.paper_read', subjectType: 'consent_grant', subjectId: id });
      return paper;
    });
  }
}
