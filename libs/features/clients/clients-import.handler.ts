import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { DEFAULT_TRAVEL_LIMIT_MINUTES, DEFAULT_WEEKLY_HOURS, Education } from '#domain/clients/client-codes';
import { EntryStatus } from '#domain/clients/entry-lifecycle';
import { dayOf, type Day } from '#domain/common/day';
import { refusal, refused, type Outcome } from '#domain/common/outcome';
import { TONGCHENG_TOWNSHIPS } from '#domain/geography/tongcheng';
import { readClientRow, type ClientRow } from '#domain/imports/client-row';
import type { RowCells } from '#domain/imports/column-tables';
import { ImportKind } from '#domain/imports/import-codes';
import { TONGCHENG_LOOKUPS } from '#domain/imports/import-lookups';
import { HandlesImport, rowRefused, type ImportHandler, type ImportSubject, type RowEffect } from '#features/imports';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { Client } from './client.entity';
import { clientPlace } from './client-places';
import { changeOf, certificatesToKeep, type FingerprintedRow } from './client-row-changes';
import { ClientsImportRepository, type CaseworkerLoad, type KnownClient } from './clients-import.repository';

const MAX_WISHES = 3;

/** What one batch is decided with. */
interface Known {
  readonly byNumber: ReadonlyMap<string, KnownClient>;
  /** The file numbers under which a person (name and phone) is known. */
  readonly numbersOf: ReadonlyMap<string, readonly string[]>;
}

/** Brings clients into the caseload of whoever imports: found by file number, and never twice under two numbers. */
@Injectable()
@HandlesImport(ImportKind.CLIENTS)
export class ClientsImportHandler implements ImportHandler<ClientRow> {
  constructor(
    private readonly clients: ClientsImportRepository,
    private readonly crypto: FieldCrypto,
  ) {}

  read(cells: RowCells, today: Day): Outcome<ClientRow> {
    const outcome = readClientRow(cells, TONGCHENG_LOOKUPS, today);
    if (!outcome.ok || outcome.value.desiredOccupations.length <= MAX_WISHES) return outcome;
    return refused(refusal('OUT_OF_RANGE', ['意向岗位'], { most: MAX_WISHES }));
  }

  keyOf(row: ClientRow): string {
    return row.fileNumber;
  }

  async apply(tx: Tx, _subject: ImportSubject, rows: readonly ClientRow[]): Promise<readonly RowEffect[]> {
    const printed = await Promise.all(rows.map((row) => this.fingerprinted(tx, row)));
    const known = knownOf(
      await this.clients.known(tx, {
        fileNumbers: rows.map(({ fileNumber }) => fileNumber),
        phones: printed.map(({ phoneBidx }) => phoneBidx),
      }),
    );
    const twins = twinsAmong(printed, known);
    const fresh = printed.filter((row) => !twins.has(row) && !known.byNumber.has(row.fileNumber));
    const created = await this.create(tx, fresh);
    const changed = await this.change(
      tx,
      printed.filter((row) => !twins.has(row)),
      known,
    );
    return printed.map((row) => {
      const client = known.byNumber.get(row.fileNumber);
      if (twins.has(row)) return rowRefused('POSSIBLE_DUPLICATE', '档案编号');
      if (client === undefined) return created.get(row) ?? rowRefused('FILE_NUMBER_TAKEN', '档案编号');
      return { result: changed.has(client.id) ? 'UPDATED' : 'UNCHANGED', subjectId: client.id };
    });
  }

  private async fingerprinted(tx: Tx, row: ClientRow): Promise<FingerprintedRow> {
    const [nameBidx, phoneBidx] = await Promise.all([
      this.crypto.blindIndex(tx, 'client.name', row.name),
      this.crypto.blindIndex(tx, 'client.phone', row.phone),
    ]);
    return { ...row, nameBidx, phoneBidx };
  }

  private async create(tx: Tx, rows: readonly FingerprintedRow[]): Promise<ReadonlyMap<FingerprintedRow, RowEffect>> {
    if (rows.length === 0) return new Map();
    const loads = [...(await this.clients.caseworkers(tx))];
    if (loads.length === 0) return new Map(rows.map((row) => [row, rowRefused('NO_CASEWORKER', '档案编号')]));
    const ids = rows.map(() => uuidv7());
    await this.crypto.makeClientKeys(tx, ids);
    const clients = await Promise.all(
      rows.map((row, index) => this.newClient(tx, { id: ids[index] ?? '', row }, smallest(loads))),
    );
    const taken = await this.clients.insert(tx, clients, (client) => entryOf(tx, client));
    await this.crypto.keepClientKeys(tx, [...taken]);
    const created = rows.flatMap((row, index) => {
      const id = clients[index]?.id ?? '';
      return taken.has(id) ? [{ row, id }] : [];
    });
    await this.clients.keepCertificates(
      tx,
      created.flatMap(({ row, id }) => certificatesToKeep(row, id, [])),
    );
    return new Map(created.map(({ row, id }) => [row, { result: 'CREATED', subjectId: id }]));
  }

  private async newClient(
    tx: Tx,
    { id, row }: { readonly id: string; readonly row: FingerprintedRow },
    caseworker: CaseworkerLoad,
  ): Promise<Partial<Client>> {
    return {
      countyId: tx.actor.countyId,
      id,
      fileNumber: row.fileNumber,
      ...(await this.personalFields(tx, id, row)),
      birthYear: row.birthYear,
      township: row.township ?? caseworker.township ?? TONGCHENG_TOWNSHIPS[0]?.code ?? '',
      educationCode: row.educationCode ?? Education.OTHER,
      skills: [...row.skills],
      desiredOccupations: [...row.desiredOccupations],
      minAcceptablePayFen: row.minAcceptablePayFen,
      weeklyHoursAvailable: row.weeklyHoursAvailable ?? DEFAULT_WEEKLY_HOURS,
      travelLimitMinutes: DEFAULT_TRAVEL_LIMIT_MINUTES,
      availableFrom: row.availableFrom,
      caseworkerMembershipId: caseworker.membershipId,
      createdAt: tx.now,
    };
  }

  private async personalFields(tx: Tx, id: string, row: FingerprintedRow) {
    const [nameEnc, phoneEnc, phoneTailBidx] = await Promise.all([
      this.crypto.encrypt(tx, clientPlace(id, 'name_enc'), row.name),
      this.crypto.encrypt(tx, clientPlace(id, 'phone_enc'), row.phone),
      this.crypto.blindIndex(tx, 'client.phoneTail', row.phone.slice(-4)),
    ]);
    return { nameEnc, nameBidx: row.nameBidx, phoneEnc, phoneBidx: row.phoneBidx, phoneTailBidx };
  }

  /** Writes what differs; gives the ids of the clients that changed. */
  private async change(tx: Tx, rows: readonly FingerprintedRow[], known: Known): Promise<ReadonlySet<string>> {
    const pairs = rows.flatMap((row) => {
      const client = known.byNumber.get(row.fileNumber);
      return client === undefined ? [] : [{ row, client }];
    });
    const certificates = pairs.flatMap(({ row, client }) => certificatesToKeep(row, client.id, client.certificates));
    const changes = await Promise.all(
      pairs.map(({ row, client }) => changeOf(row, client, () => this.personalFields(tx, client.id, row))),
    );
    const changed = changes.filter((change) => change !== null);
    await this.clients.update(tx, changed);
    await this.clients.keepCertificates(tx, certificates);
    return new Set([...changed.map(({ id }) => id), ...certificates.map(({ clientId }) => clientId)]);
  }
}

const personOf = (nameBidx: Buffer, phoneBidx: Buffer): string =>
  `${nameBidx.toString('hex')}${phoneBidx.toString('hex')}`;

function knownOf(clients: readonly KnownClient[]): Known {
  const numbersOf = new Map<string, string[]>();
  for (const { nameBidx, phoneBidx, fileNumber } of clients) {
    if (phoneBidx === null) continue;
    const person = personOf(nameBidx, phoneBidx);
    numbersOf.set(person, [...(numbersOf.get(person) ?? []), fileNumber]);
  }
  return { byNumber: new Map(clients.map((client) => [client.fileNumber, client])), numbersOf };
}

/** Rows of people who are known under another file number, or stand under another one further up in the batch. */
function twinsAmong(rows: readonly FingerprintedRow[], { byNumber, numbersOf }: Known): ReadonlySet<FingerprintedRow> {
  const taken = new Map<string, string>();
  return new Set(
    rows.filter((row) => {
      const person = personOf(row.nameBidx, row.phoneBidx);
      const numbers = [...(numbersOf.get(person) ?? []), taken.get(person) ?? row.fileNumber];
      if (numbers.some((fileNumber) => fileNumber !== row.fileNumber)) return true;
      if (!byNumber.has(row.fileNumber)) taken.set(person, row.fileNumber);
      return false;
    }),
  );
}

/** The caseworker with the fewest clients, this one counted in. */
function smallest(loads: CaseworkerLoad[]): CaseworkerLoad {
  const index = loads.reduce((best, load, at) => (load.clients < (loads[best]?.clients ?? 0) ? at : best), 0);
  const chosen = loads[index];
  if (chosen === undefined) throw new Error('There is nobody to choose from.');
  loads[index] = { ...chosen, clients: chosen.clients + 1 };
  return chosen;
}

function entryOf(tx: Tx, client: Partial<Client>) {
  const { countyId, id, caseworkerMembershipId } = client;
  if (countyId === undefined || id === undefined || !caseworkerMembershipId)
    throw new Error('A new client has a caseworker.');
  return {
    countyId,
    id: uuidv7(),
    clientId: id,
    caseworkerMembershipId,
    startedOn: dayOf(tx.now),
    status: EntryStatus.ACTIVE,
    createdAt: tx.now,
  };
}
