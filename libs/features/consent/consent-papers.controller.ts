import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#domain/common/actor';
import { Permission } from '#domain/common/permission';
import { FilesService, type FileContent } from '#features/files';
import { Audit } from '#platform/audit/audit';
import { Requires } from '#platform/auth/access.decorators';
import { Transactions } from '#platform/database/transactions';
import { givePaper } from '#platform/http/give-paper';
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
  paper(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const disposition = `inline; filename="consent-${id}"`;
    return givePaper({ request, reply, id, disposition }, (actor) => this.read(actor, id));
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
