import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { OpeningRow } from './file-openings.repository';

type Column = 'explanation_enc' | 'review_note_enc';

/** An opening with its sentences in plain words. */
export interface ReadOpening extends OpeningRow {
  readonly explanation: string;
  readonly reviewNote: string | null;
}

/** Seals and opens what colleagues wrote about an opening. */
@Injectable()
export class OpeningSentences {
  constructor(private readonly crypto: FieldCrypto) {}

  seal(tx: Tx, rowId: string, column: Column, text: string): Promise<Buffer> {
    return this.crypto.encrypt(tx, { table: 'file_opening', column, rowId }, text);
  }

  async opened(tx: Tx, row: OpeningRow): Promise<ReadOpening> {
    const place = { table: 'file_opening', rowId: row.id };
    const explanation = await this.crypto.decrypt(tx, { ...place, column: 'explanation_enc' }, row.explanationEnc);
    if (row.reviewNoteEnc === null) return { ...row, explanation, reviewNote: null };
    const reviewNote = await this.crypto.decrypt(tx, { ...place, column: 'review_note_enc' }, row.reviewNoteEnc);
    return { ...row, explanation, reviewNote };
  }
}
