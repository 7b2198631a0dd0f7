import { Injectable } from '@nestjs/common';
import { ComplaintStatus, mayReopen } from '#domain/complaints/complaint';
import { dayOf } from '#domain/common/day';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { ComplaintsRepository, type ComplaintRow } from './complaints.repository';

const MOST = 200;

/** A complaint in plain words, with what its client may still do. */
export interface ReadComplaint extends ComplaintRow {
  readonly text: string;
  readonly answer: string | null;
  readonly isLate: boolean;
  readonly canReopen: boolean;
}

/** Reads complaints as far as the actor may see them. */
@Injectable()
export class ComplaintsReader {
  constructor(
    private readonly complaints: ComplaintsRepository,
    private readonly crypto: FieldCrypto,
  ) {}

  /** The most pressing first; at most 200. */
  async list(tx: Tx): Promise<ReadComplaint[]> {
    const rows = await this.complaints.list(tx, MOST);
    return Promise.all(rows.map((row) => this.opened(tx, row)));
  }

  async byId(tx: Tx, id: string): Promise<ReadComplaint | null> {
    const row = await this.complaints.byId(tx, id);
    return row === null ? null : this.opened(tx, row);
  }

  private async opened(tx: Tx, row: ComplaintRow): Promise<ReadComplaint> {
    const place = { table: 'complaint', rowId: row.id, clientId: row.clientId };
    const isOpen = row.status === ComplaintStatus.RECEIVED || row.status === ComplaintStatus.IN_REVIEW;
    return {
      ...row,
      text: await this.crypto.decrypt(tx, { ...place, column: 'text_enc' }, row.textEnc),
      answer:
        row.answerEnc === null
          ? null
          : await this.crypto.decrypt(tx, { ...place, column: 'answer_enc' }, row.answerEnc),
      isLate: isOpen && row.dueOn < dayOf(tx.now),
      canReopen: mayReopen(row),
    };
  }
}
