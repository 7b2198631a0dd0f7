import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor } from '#domain/common/actor';
import { policyOf } from '#domain/common/access/access';
import { refuseWithoutCell } from '../access/statement-gate';
import { Clock } from '../clock/clock';
import { beginStatement } from './session-context';
import type { Tx } from './transaction';

/** How a transaction is opened. */
export interface TransactionOptions {
  readonly readOnly?: boolean;
  /** Longest time one statement may take; 5,000 ms unless told. */
  readonly timeoutMs?: number;
}

/** A transaction that somebody must end. */
export interface OpenTransaction {
  readonly tx: Tx;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 5_000;

/** The one place where a transaction begins and ends. */
@Injectable()
export class Transactions {
  private tablesAsked = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Runs `work` in a transaction of `actor`: commits when it returns, rolls back when it throws. */
  async run<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    const open = await this.open(actor, options);
    try {
      const result = await work(open.tx);
      await open.commit();
      return result;
    } catch (error) {
      await open.rollback();
      throw error;
    }
  }

  /** Opens a transaction for callers whose end is elsewhere (a GraphQL operation); they must commit or roll back. */
  async open(actor: Actor, options: TransactionOptions = {}): Promise<OpenTransaction> {
    this.askMatrixOfTables();
    const now = this.clock.now();
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      const { readOnly = false, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
      await runner.query(beginStatement(actor, now, { readOnly, timeoutMs }));
    } catch (error) {
      await runner.release();
      throw error;
    }
    return openTransaction(runner, actor, now);
  }

  /** A table of the application without an entry in the policy matrix answers nobody: nothing is opened until it has one. */
  private askMatrixOfTables(): void {
    if (this.tablesAsked) return;
    for (const { tableName } of this.dataSource.entityMetadatas) policyOf(tableName);
    this.tablesAsked = true;
  }
}

function openTransaction(runner: QueryRunner, actor: Actor, now: Date): OpenTransaction {
  runInSequence(runner);
  askMatrixFirst(runner, actor);
  // TypeORM wraps multi-statement writes in a transaction of its own unless it knows that one is open.
  Object.assign(runner, { isTransactionActive: true });
  let isOpen = true;
  const end = async (statement: 'commit' | 'rollback'): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    try {
      await runner.query(statement);
    } finally {
      Object.assign(runner, { isTransactionActive: false });
      await runner.release();
    }
  };
  const query = <T extends object>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    runner.query(sql, [...parameters]).then(rowsOf<T>);
  return {
    tx: { actor, now, manager: runner.manager, query },
    commit: () => end('commit'),
    rollback: () => end('rollback'),
  };
}

/** TypeORM gives `[rows, count]` for UPDATE and DELETE and plain rows otherwise. */
function rowsOf<T>(result: unknown): T[] {
  if (!Array.isArray(result)) return [];
  const [first, second] = result as unknown[];
  return (result.length === 2 && Array.isArray(first) && typeof second === 'number' ? first : result) as T[];
}

/** Field resolvers of one operation run side by side, a connection takes one query at a time: queue them here. */
function runInSequence(runner: QueryRunner): void {
  const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
  let tail: Promise<unknown> = Promise.resolve();
  const queued = (...args: unknown[]): Promise<unknown> => {
    const result = tail.then(() => query(...args));
    tail = result.then(noop, noop); // the caller gets the error; the next query must still run
    return result;
  };
  Object.assign(runner, { query: queued });
}

/** Every statement of the transaction passes here, those that TypeORM writes as well. */
function askMatrixFirst(runner: QueryRunner, actor: Actor): void {
  const query = runner.query.bind(runner) as (statement: string, ...more: unknown[]) => Promise<unknown>;
  const asked = async (statement: string, ...more: unknown[]): Promise<unknown> => {
    refuseWithoutCell(actor, statement);
    return query(statement, ...more);
  };
  Object.assign(runner, { query: asked });
}

function noop(): void {
  return;
}
