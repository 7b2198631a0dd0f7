import { Injectable } from '@nestjs/common';
import { FilesService } from '#features/files';
import { ReferralLapseService } from '#features/referrals';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { ErasureList } from '#platform/erasure/erasure-list';
import { ClientErasureRepository } from './client-erasure.repository';

/** Why a client is erased: her own wish, the end of the time for which her case is kept, or a restore that brought her back. */
export type ErasureCause = 'client.erased' | 'client.retention_erased' | 'client.erased_again';

/** Erases a client: her key, her name and her traces go; what was placed, paid and audited stays, under no name. */
@Injectable()
export class ClientErasure {
  constructor(
    private readonly clients: ClientErasureRepository,
    private readonly referrals: ReferralLapseService,
    private readonly files: FilesService,
    private readonly list: ErasureList,
    private readonly audit: Audit,
  ) {}

  /**
   * Erases a client in the transaction of a job; says whether there was anything to erase. The list outside the database
   * is written before the commit: after a crash in between, the job does the rest.
   */
  async erase(tx: Tx, clientId: string, cause: ErasureCause): Promise<boolean> {
    const client = await this.clients.locked(tx, clientId);
    if (client === null || client.isErased) return false;
    const { countyId } = tx.actor;
    await this.list.append({ countyId, clientId, erasedAt: tx.now.toISOString() });
    await this.referrals.withdrawAll(tx, clientId);
    await this.files.eraseAbout(tx, clientId);
    await this.files.eraseThese(tx, await this.clients.forgetImports(tx, client));
    await this.clients.forget(tx, clientId);
    await this.audit.record(tx, { action: cause, subjectType: 'client', subjectId: clientId });
    return true;
  }
}
