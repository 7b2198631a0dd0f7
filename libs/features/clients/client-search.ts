import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { ClientCriteria } from './clients.repository';
import type { ClientFilter } from './graphql/client.input';

const FILE_NUMBER = /^\d{4}-\d+$/;
const FOUR_DIGITS = /^\d{4}$/;

/** Turns what a person typed into criteria: file numbers as they are, everything else as fingerprints. */
@Injectable()
export class ClientSearch {
  constructor(private readonly crypto: FieldCrypto) {}

  /** The criteria of a filter; a search that is blank narrows nothing. */
  async criteria(tx: Tx, filter: ClientFilter): Promise<ClientCriteria> {
    const text = filter.search?.trim() ?? '';
    const isNumber = FILE_NUMBER.test(text);
    return {
      fileNumber: isNumber ? text : null,
      fingerprints: text === '' || isNumber ? [] : await this.fingerprints(tx, text),
      entryStatus: filter.entryStatus ?? null,
      township: filter.township ?? null,
      caseworkerId: filter.caseworkerId ?? null,
    };
  }

  private fingerprints(tx: Tx, text: string): Promise<Buffer[]> {
    const columns = FOUR_DIGITS.test(text) ? ['client.phoneTail'] : ['client.name', 'client.phone'];
    return Promise.all(columns.map((column) => this.crypto.blindIndex(tx, column, text)));
  }
}
