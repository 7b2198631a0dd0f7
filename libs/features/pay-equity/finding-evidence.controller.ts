import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#domain/common/actor';
import { Permission } from '#domain/common/permission';
import { FilesService, type FileContent } from '#features/files';
import { Audit } from '#platform/audit/audit';
import { Requires } from '#platform/auth/access.decorators';
import { Transactions } from '#platform/database/transactions';
import { givePaper } from '#platform/http/give-paper';
import { FindingStepsRepository } from './finding-steps.repository';

/** Shows the paper behind an enterprise's answer to whoever in the office reads the finding. */
@Controller('pay-findings')
export class FindingEvidenceController {
  constructor(
    private readonly transactions: Transactions,
    private readonly findings: FindingStepsRepository,
    private readonly files: FilesService,
    private readonly audit: Audit,
  ) {}

  @Get(':id/evidence')
  @Requires(Permission.PAY_FINDING_CONDUCT, Permission.PAY_FINDING_DECIDE)
  evidence(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const disposition = `inline; filename="finding-${id}"`;
    return givePaper({ request, reply, id, disposition }, (actor) => this.read(actor, id));
  }

  private read(actor: Actor, id: string): Promise<FileContent | null> {
    return this.transactions.run(actor, async (tx) => {
      const fileId = (await this.findings.locked(tx, id))?.evidenceFileId ?? null;
      const paper = fileId === null ? null : await this.files.read(tx, fileId);
      if (paper !== null)
        await this.audit.record(tx, { action: 'pay_finding.evidence_read', subjectType: 'pay_finding', subjectId: id });
      return paper;
    });
  }
}
