import type { Actor } from '#domain/common/actor';
import type { Tx } from '../database/transaction';
import type { TransactionOptions } from '../database/transactions';
import type { Logger } from '../logging/logger';
import type { JobData } from './job-definition';

/** What a handler gets: its subject, who it acts for, and transactions. None may be open while a provider is called. */
export interface JobContext<D extends JobData = JobData> {
  readonly outboxId: string;
  readonly generation: number;
  readonly actor: Actor;
  readonly subjectId: string;
  /** The member who announced it; null where a job did. */
  readonly announcedBy: string | null;
  readonly data: D;
  readonly log: Logger;
  /** Runs one step in a transaction of the job's actor. */
  transact<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Runs the last step: its effects and the mark "done" commit together. Without a call the job is marked done when the handler returns. */
  complete(work?: (tx: Tx) => Promise<void>, options?: TransactionOptions): Promise<void>;
  /** Puts the job off until an instant: the last step's effects and the new time commit together, and the queue lets it go. */
  postpone(until: Date, work?: (tx: Tx) => Promise<void>): Promise<void>;
  /** Gives the job up: the last step's effects commit, and it waits for a person. The sentence is constant and names nobody. */
  giveUp(sentence: string, work?: (tx: Tx) => Promise<void>): Promise<void>;
}

/** Does one kind of job; safe to run twice. Throw `PermanentFault` where trying again cannot help. */
export interface JobHandler<D extends JobData = JobData> {
  handle(job: JobContext<D>): Promise<void>;
  /**
   * Leaves the subject in a state that people see and can go on from when whoever asked may no longer act; as
   * SYSTEM:<job>, in the transaction that gives the job up. Every job that acts for its originator has it.
   */
  requesterGone?(tx: Tx, subjectId: string): Promise<void>;
}

/** What a scheduled handler gets, once per county. */
export interface ScheduleContext {
  readonly actor: Actor;
  readonly log: Logger;
  transact<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
}

/** Triggers what is due in one county. */
export interface ScheduleHandler {
  handle(context: ScheduleContext): Promise<void>;
}

/** A fault that no further try can mend: the job goes to the list for people at once. */
export class PermanentFault extends Error {
  override readonly name: string = 'PermanentFault';
}

/** Whoever asked for the work may no longer act: her membership ended before it was done. */
export class RequesterGone extends PermanentFault {
  override readonly name = 'RequesterGone';

  constructor() {
    super('The member who asked for this is no longer active.');
  }
}
