import { Injectable } from '@nestjs/common';
import { workNeedsIn } from '#domain/clients/work-needs';
import type { CopySection, CopyValue } from '#domain/data-rights/copy-section';
import { occupationOf, skillOf, townshipOf } from '#features/parameters';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { ClientCopyRepository, COPY_QUERIES, type CopyQuery, type StoredCopyRow } from './client-copy.repository';

/** Puts together what is kept about a client, as far as she herself may see it. */
@Injectable()
export class ClientCopy {
  constructor(
    private readonly copies: ClientCopyRepository,
    private readonly crypto: FieldCrypto,
  ) {}

  /** Everything about the client who acts, kind by kind, opened. */
  async of(tx: Tx): Promise<CopySection[]> {
    const sections: CopySection[] = [];
    for (const query of COPY_QUERIES) {
      const stored = await this.copies.rows(tx, query);
      const rows: CopySection['rows'][number][] = [];
      for (const row of stored) rows.push(await this.opened(tx, query, row));
      sections.push({ key: query.key, rows });
    }
    return sections;
  }

  private async opened(
    tx: Tx,
    { sealed }: CopyQuery,
    { id, ...row }: StoredCopyRow,
  ): Promise<Readonly<Record<string, CopyValue>>> {
    const opened: Record<string, CopyValue> = {};
    for (const [name, value] of Object.entries(row)) {
      const place = sealed.find((one) => one.name === name);
      if (!Buffer.isBuffer(value)) opened[name] = NAMED[name]?.(value) ?? value;
      else if (place !== undefined) {
        const at = { table: place.table, column: place.column, rowId: String(id), clientId: tx.actor.clientId ?? '' };
        const plain = await this.crypto.decrypt(tx, at, value);
        opened[name] = NAMED[name]?.(plain) ?? plain;
      }
    }
    return opened;
  }
}

const names = (of: (code: string) => { readonly name: string }) => (value: CopyValue) =>
  Array.isArray(value) ? value.map((code: string) => of(code).name) : value;

/** Codes of our lists that a person reads by name. */
const NAMED: Readonly<Record<string, (value: CopyValue) => CopyValue>> = {
  township: (value) => (typeof value === 'string' ? townshipOf(value).name : value),
  skills: names(skillOf),
  accommodationNeeds: (value) => (typeof value === 'string' ? workNeedsIn(value) : value),
  desiredOccupations: names(occupationOf),
};
