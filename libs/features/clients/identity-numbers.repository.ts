import { Injectable } from '@nestjs/common';
import type { FilingPurpose } from '#domain/common/identity-number';
import type { Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { IdentityNumber } from './identity-number.entity';

/** A number as stored: still sealed. */
export interface StoredIdentityNumber {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly numberEnc: Buffer;
  readonly purpose: FilingPurpose;
  readonly recordedByName: string | null;
  readonly recordedAt: Date;
  readonly settledOn: Day | null;
}

const COLUMNS = `n.id, n.version, n.client_id as "clientId", n.number_enc as "numberEnc", n.purpose,
  m.display_name as "recordedByName", n.recorded_at as "recordedAt", n.settled_on::text as "settledOn"`;

/** Every query about identity numbers, by name: they are asked for by client and never by what they are. */
@Injectable()
export class IdentityNumbersRepository {
  /** The visible numbers of these clients. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<StoredIdentityNumber[]> {
    const visible = visibleTo(tx, 'identity_number', 'n');
    return tx.query(
      `select ${COLUMNS} from identity_number n
         left join membership m on m.county_id = n.county_id and m.id = n.recorded_by_membership_id
        where ${visible.sql} and n.client_id = any ($2::uuid[])`,
      [visible.value, clientIds],
    );
  }

  async insert(tx: Tx, row: Partial<IdentityNumber>): Promise<void> {
    await tx.manager.insert(IdentityNumber, row);
  }

  /** Writes changes if the row still has the expected version; false where somebody was faster. */
  async update(tx: Tx, id: string, version: number, changes: Partial<IdentityNumber>): Promise<boolean> {
    const { affected } = await tx.manager.update(
      IdentityNumber,
      { countyId: tx.actor.countyId, id, version },
      { ...changes, version: version + 1 },
    );
    return affected === 1;
  }

  /** Takes the row away if it still has the expected version; false where somebody was faster. */
  async remove(tx: Tx, id: string, version: number): Promise<boolean> {
    const { affected } = await tx.manager.delete(IdentityNumber, { countyId: tx.actor.countyId, id, version });
    return affected === 1;
  }
}
