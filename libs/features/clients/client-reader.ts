import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/graphql/connection';
import { ClientsRepository, type ClientCriteria, type ClientRow } from './clients.repository';

/** A client as staff read her: name and phone opened. */
export interface ReadClient extends ClientRow {
  readonly name: string;
  readonly phone: string | null;
}

/** Reads clients and opens their encrypted fields; other features read clients through it. */
@Injectable()
export class ClientReader {
  constructor(
    private readonly clients: ClientsRepository,
    private readonly crypto: FieldCrypto,
  ) {}

  /** One page of the visible clients. */
  async page(tx: Tx, criteria: ClientCriteria, request: PageRequest): Promise<Page<ReadClient>> {
    const page = await this.clients.page(tx, criteria, request);
    return { ...page, rows: await this.opened(tx, page.rows) };
  }

  /** The visible clients among these ids, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ReadClient>> {
    const rows = await this.opened(tx, await this.clients.byIds(tx, ids));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** One client, or null where there is none or the actor may not see her. */
  async byId(tx: Tx, id: string): Promise<ReadClient | null> {
    return (await this.byIds(tx, [id])).get(id) ?? null;
  }

  private opened(tx: Tx, rows: readonly ClientRow[]): Promise<ReadClient[]> {
    return Promise.all(
      rows.map(async (row) => ({
        ...row,
        name: await this.crypto.decrypt(tx, { table: 'client', column: 'name_enc', rowId: row.id }, row.nameEnc),
        phone:
          row.phoneEnc === null
            ? null
            : await this.crypto.decrypt(tx, { table: 'client', column: 'phone_enc', rowId: row.id }, row.phoneEnc),
      })),
    );
  }
}
