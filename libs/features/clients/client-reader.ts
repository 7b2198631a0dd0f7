import { Injectable } from '@nestjs/common';
import { fileAccessOf, type FileAccess } from '#domain/common/caseload';
import { ClientKeyHidden, FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { clientPlace } from './client-places';
import { workNeedsIn } from '#domain/clients/work-needs';
import { ClientsRepository, type ClientCriteria, type ClientRow } from './clients.repository';

/** Who somebody is; of somebody who was erased, an empty name. */
export interface ClientIdentity {
  readonly name: string;
  readonly phone: string | null;
}

/** A client as staff read her: name and phone opened. */
export interface ReadClient extends ClientRow, ClientIdentity {
  /** How the reader comes to see her. */
  readonly access: FileAccess;
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

  /** Opens names and phone numbers that somebody outside the office may see; the caller records the disclosure. */
  async openedIdentities(
    tx: Tx,
    rows: readonly Pick<ClientRow, 'id' | 'nameEnc' | 'phoneEnc'>[],
  ): Promise<ReadonlyMap<string, ClientIdentity>> {
    const opened = new Map<string, ClientIdentity>();
    for (const row of rows) {
      try {
        opened.set(row.id, await this.identityOf(tx, row));
      } catch (error) {
        if (!(error instanceof ClientKeyHidden)) throw error; // the consent ended between the two reads: nothing to show
      }
    }
    return opened;
  }

  /** What workplaces would have to arrange for these clients, opened; the caller records the disclosure. */
  async openedNeeds(
    tx: Tx,
    rows: readonly { readonly clientId: string; readonly needsEnc: Buffer | null }[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const opened = new Map<string, readonly string[]>();
    for (const { clientId, needsEnc } of rows) {
      try {
        const place = clientPlace(clientId, 'accommodation_needs_enc');
        opened.set(clientId, needsEnc === null ? [] : workNeedsIn(await this.crypto.decrypt(tx, place, needsEnc)));
      } catch (error) {
        if (!(error instanceof ClientKeyHidden)) throw error; // the consent ended between the two reads: nothing to show
      }
    }
    return opened;
  }

  /** When and how these clients may be reached, opened; null = nothing is said. The caller records the disclosure. */
  async openedContactRules(
    tx: Tx,
    rows: readonly { readonly clientId: string; readonly rulesEnc: Buffer | null }[],
  ): Promise<ReadonlyMap<string, string | null>> {
    const opened = new Map<string, string | null>();
    for (const { clientId, rulesEnc } of rows) {
      try {
        const place = clientPlace(clientId, 'contact_rules_enc');
        opened.set(clientId, rulesEnc === null ? null : await this.crypto.decrypt(tx, place, rulesEnc));
      } catch (error) {
        if (!(error instanceof ClientKeyHidden)) throw error; // the consent ended between the two reads: nothing to show
      }
    }
    return opened;
  }

  /** The same of these clients by their own rows, as far as the actor may see those. */
  async needsOf(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.openedNeeds(tx, await this.clients.needs(tx, clientIds));
  }

  private async opened(tx: Tx, rows: readonly ClientRow[]): Promise<ReadClient[]> {
    return Promise.all(
      rows.map(async (row) => ({
        ...row,
        ...(await this.identityOf(tx, row)),
        access: fileAccessOf(tx.actor, row),
      })),
    );
  }

  private async identityOf(tx: Tx, row: Pick<ClientRow, 'id' | 'nameEnc' | 'phoneEnc'>): Promise<ClientIdentity> {
    if (row.nameEnc.length === 0) return { name: '', phone: null }; // she was erased
    const name = await this.crypto.decrypt(tx, clientPlace(row.id, 'name_enc'), row.nameEnc);
    if (row.phoneEnc === null) return { name, phone: null };
    return { name, phone: await this.crypto.decrypt(tx, clientPlace(row.id, 'phone_enc'), row.phoneEnc) };
  }
}
