import { Injectable } from '@nestjs/common';
import { isOpenAt } from '#domain/caseloads/file-opening';
import { ClientFiles, ClientReader, type ReadClient } from '#features/clients';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import type { Operation } from '#platform/graphql/operation';
import { FileOpeningsRepository } from './file-openings.repository';

/** Shows opened files inside one operation, and notes who looked for one and got none. */
@Injectable()
export class OpenedFiles {
  constructor(
    private readonly openings: FileOpeningsRepository,
    private readonly clients: ClientReader,
    private readonly files: ClientFiles,
    private readonly audit: Audit,
  ) {}

  /**
   * The opened file. Who looks at what is committed first; only then does the rest of this operation see the client, and
   * only to read. Null where the opening is not the actor's or its hour is over.
   */
  async read(operation: Operation, openingId: string): Promise<ReadClient | null> {
    const clientId = await operation.disclose((tx) => this.noted(tx, openingId));
    if (clientId === null) return null;
    await operation.showOpened(clientId);
    return operation.read((tx) => this.clients.byId(tx, clientId));
  }

  /** Writes down that somebody looked for a file and got none: the refused command itself leaves nothing. */
  async noteRefused(operation: Operation, wasOpened: boolean): Promise<void> {
    if (wasOpened) return;
    await operation.transactions.run(operation.member, (tx) =>
      this.audit.recordDenied(tx, { action: 'file.sought', subjectType: 'client', subjectId: null }),
    );
  }

  private async noted(tx: Tx, openingId: string): Promise<string | null> {
    const opening = await this.openings.byId(tx, openingId);
    if (opening === null || opening.readerId !== tx.actor.membershipId || !isOpenAt(opening, tx.now)) return null;
    await this.files.note(tx, opening.clientId, 'BREAK_GLASS');
    await this.audit.record(tx, { action: 'file.read', subjectType: 'client', subjectId: opening.clientId });
    return opening.clientId;
  }
}
