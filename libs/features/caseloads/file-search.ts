import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { WantedFile } from './file-openings.repository';

const FILE_NUMBER = /^\d{4}-\d+$/;

/** Reads what was typed as a whole file number, or as fingerprints of a whole name or phone number; never a part of one. */
@Injectable()
export class FileSearch {
  constructor(private readonly crypto: FieldCrypto) {}

  async wanted(tx: Tx, typed: string): Promise<WantedFile> {
    const text = typed.trim();
    if (text === '' || FILE_NUMBER.test(text)) return { fileNumber: text, name: null, phone: null };
    return {
      fileNumber: null,
      name: await this.crypto.blindIndex(tx, 'client.name', text),
      phone: await this.crypto.blindIndex(tx, 'client.phone', text),
    };
  }
}
