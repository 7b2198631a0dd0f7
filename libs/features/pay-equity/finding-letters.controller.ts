import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { Transactions } from '#platform/database/transactions';
import { givePaper } from '#platform/http/give-paper';
import { FindingLetters } from './finding-letters';

/** Gives the letter about a finding as a PDF: to the enterprise the one that asks it, to the client the one that tells her. */
@Controller('pay-findings')
export class FindingLettersController {
  constructor(
    private readonly transactions: Transactions,
    private readonly letters: FindingLetters,
  ) {}

  @Get(':id/letter')
  @Requires(Permission.PAY_FINDING_ANSWER, Permission.OWN_FILE_READ)
  letter(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const disposition = 'attachment; filename="letter.pdf"';
    return givePaper({ request, reply, id, disposition }, async (actor) => {
      const bytes = await this.transactions.run(actor, (tx) => this.letters.of(tx, id));
      return bytes === null ? null : { bytes, mediaType: 'application/pdf' };
    });
  }
}
