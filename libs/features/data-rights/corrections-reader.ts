import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { CorrectionsRepository, type StoredCorrection } from './corrections.repository';
import { correctionPlace } from './corrections.service';

/** A request in plain words. */
export interface ReadCorrection extends StoredCorrection {
  readonly text: string;
  readonly answer: string | null;
  readonly isLate: boolean;
}

/** Reads requests to correct something as far as the actor may see them. */
@Injectable()
export class CorrectionsReader {
  constructor(
    private readonly corrections: CorrectionsRepository,
    private readonly crypto: FieldCrypto,
  ) {}

  async own(tx: Tx): Promise<ReadCorrection[]> {
    return this.opened(tx, await this.corrections.own(tx));
  }

  /** Those that wait for an answer. */
  async open(tx: Tx): Promise<ReadCorrection[]> {
    return this.opened(tx, await this.corrections.open(tx));
  }

  async byId(tx: Tx, id: string): Promise<ReadCorrection | null> {
    const row = await this.corrections.byId(tx, id);
    return row === null ? null : ((await this.opened(tx, [row]))[0] ?? null);
  }

  private opened(tx: Tx, rows: readonly StoredCorrection[]): Promise<ReadCorrection[]> {
    return Promise.all(
      rows.map(async (row) => ({
        ...row,
        text: await this.crypto.decrypt(tx, correctionPlace(row, 'text_enc'), row.textEnc),
        answer:
          row.answerEnc === null
            ? null
            : await this.crypto.decrypt(tx, correctionPlace(row, 'answer_enc'), row.answerEnc),
        isLate: row.status === 'REQUESTED' && row.dueOn < dayOf(tx.now),
      })),
    );
  }
}
