import { randomBytes } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import type { ImportKind } from '#domain/imports/import-codes';
import { seedDatabase } from '#database/seeds/seed';
import { Audit } from '#platform/audit/audit';
import { SystemClock } from '#platform/clock/clock';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { Transactions } from '#platform/database/transactions';
import { FileStore } from '#platform/files/file-store';
import { Live } from '#platform/live/live';
import { Outbox } from '#platform/outbox/outbox';
import { FilesRepository } from '../features/files/files.repository';
import { FilesService } from '../features/files/files.service';
import { ImportBatches } from '../features/imports/import-batches';
import { ImportEngine, type ImportSteps } from '../features/imports/import-engine';
import { ImportFileService } from '../features/imports/import-file.service';
import type { ImportHandler } from '../features/imports/import-handler';
import type { ImportHandlers } from '../features/imports/import-handlers';
import { ImportReader } from '../features/imports/import-reader';
import { ImportsRepository, type ImportRunRow } from '../features/imports/imports.repository';
import { ImportsService, type StartImport } from '../features/imports/imports.service';
import { testDatabase, type TestDatabase } from './database';

/** Files in memory: what was removed is gone. */
export class MemoryFileStore extends FileStore {
  readonly files = new Map<string, Buffer>();

  override async put(key: string, bytes: Buffer): Promise<void> {
    this.files.set(key, bytes);
  }

  override async get(key: string): Promise<Buffer> {
    const bytes = this.files.get(key);
    if (bytes === undefined) throw new Error('There is no such file.');
    return bytes;
  }

  override async remove(key: string): Promise<void> {
    this.files.delete(key);
  }
}

/** How a run of the engine is disturbed. */
export interface Disturbance {
  /** The transaction, counted from 1, that is rolled back by a fault after its work was done. */
  readonly killAt?: number;
  readonly onTransaction?: () => void;
}

/** An import in this process, on a seeded county of its own: everything real but the queue. */
export class ImportBench {
  readonly transactions: Transactions;
  readonly store = new MemoryFileStore();
  readonly crypto: FieldCrypto;
  readonly files: FilesService;
  readonly service: ImportsService;
  readonly reader: ImportReader;
  readonly imports = new ImportsRepository();

  private constructor(
    readonly database: TestDatabase,
    masterKey: Buffer,
  ) {
    const audit = new Audit();
    this.transactions = new Transactions(database.app, new SystemClock());
    this.crypto = new FieldCrypto(() => masterKey);
    this.files = new FilesService(this.transactions, new FilesRepository(), this.store, this.crypto, audit);
    this.service = new ImportsService(this.imports, this.files, new Outbox(), audit);
    this.reader = new ImportReader(this.imports, this.files, this.crypto);
  }

  /** Makes a database with an invented county. */
  static async open(): Promise<ImportBench> {
    const database = await testDatabase();
    const masterKey = randomBytes(32);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: null });
    return new ImportBench(database, masterKey);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** The first row of a query behind the walls. Throws where there is none. */
  async one<T extends object>(sql: string, parameters: unknown[] = []): Promise<T> {
    const { rows } = await this.database.admin.query<T>(sql, parameters);
    if (rows[0] === undefined) throw new Error(`No row: ${sql}`);
    return rows[0];
  }

  /** An active member; `where` is about the table membership. */
  memberAs(where: string): Promise<Actor> {
    return this.one<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", client_id as "clientId"
         from membership where status = 'ACTIVE' and ${where} order by id limit 1`,
    );
  }

  /** Sends a file and asks for its import; gives the id of the run. Throws where either is refused. */
  async send(actor: Actor, content: string | Buffer, input: Omit<StartImport, 'fileId'>): Promise<string> {
    const file = await this.files.take(actor, { name: '名单.csv', bytes: Buffer.from(content) });
    if (!file.ok) throw new Error(JSON.stringify(file.refusals));
    const run = await this.transactions.run(actor, (tx) => this.service.start(tx, { ...input, fileId: file.value.id }));
    if (!run.ok) throw new Error(JSON.stringify(run.refusals));
    return run.value.id;
  }

  /** Does what is left of a run, as the worker would. */
  async work(actor: Actor, runId: string, handler: object, disturbance: Disturbance = {}): Promise<ImportRunRow> {
    await this.engineOf(handler).run(this.stepsOf(actor, disturbance), runId);
    return this.run(actor, runId);
  }

  /** Sends a file and imports it at once. */
  async import(
    actor: Actor,
    kind: ImportKind,
    content: string | Buffer,
    handler: object,
    more: Partial<StartImport> = {},
  ) {
    const runId = await this.send(actor, content, { kind, ...more });
    return this.work(actor, runId, handler);
  }

  /** A run as its owner reads it. Throws where she does not see it. */
  async run(actor: Actor, runId: string): Promise<ImportRunRow> {
    const run = await this.transactions.run(actor, (tx) => this.imports.byId(tx, runId));
    if (run === null) throw new Error('The run is not visible.');
    return run;
  }

  /** The reasons against the rows of a run, by row number: `header CODE`. */
  async refusals(actor: Actor, runId: string): Promise<Record<number, string[]>> {
    const rows = await this.transactions.run(actor, (tx) => this.reader.refusedRows(tx, runId));
    return Object.fromEntries(
      rows.map(({ rowNumber, refusals }) => [rowNumber, refusals.map(({ code, field }) => [...field, code].join(' '))]),
    );
  }

  /** The import of the command line. */
  commandLine(handler: object): ImportFileService {
    return new ImportFileService(this.transactions, this.imports, this.engineOf(handler));
  }

  private engineOf(handler: object): ImportEngine {
    const handlers = { handlerOf: () => handler as ImportHandler } as unknown as ImportHandlers;
    const batches = new ImportBatches(this.imports, this.crypto);
    return new ImportEngine(this.imports, batches, handlers, this.files, new Live(), new Audit());
  }

  private stepsOf(actor: Actor, { killAt, onTransaction }: Disturbance): ImportSteps {
    let count = 0;
    const transact = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      this.transactions.run(
        actor,
        async (tx) => {
          const result = await work(tx);
          count += 1;
          onTransaction?.();
          if (count === killAt) throw new Error('killed before the commit');
          return result;
        },
        { timeoutMs: 60_000 },
      );
    return { actor, transact, complete: transact };
  }
}

/** The counts of a run, for one comparison. */
export const countsOf = ({ created, updated, unchanged, refused }: ImportRunRow) => ({
  created,
  updated,
  unchanged,
  refused,
});
