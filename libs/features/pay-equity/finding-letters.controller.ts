import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '#domain/common/permission';
import { isUuid } from '#domain/common/uuid';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { Transactions } from '#platform/database/transactions';
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
  async letter(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { actor } = request;
    if (actor === null) throw new AppError('NOT_AUTHENTICATED');
    const letter = isUuid(id) ? await this.transactions.run(actor, (tx) => this.letters.of(tx, id)) : null;
    if (letter === null) throw new AppError('NOT_FOUND');
    void reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="letter.pdf"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return letter;
  }
}
