import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import type { Reminder } from './reminder.entity';
import type { DigestEntry } from './templates';

/** The kinds of reminder. */
export type ReminderKind = Reminder['kind'];

/** The feature behind a kind of reminder: what the subjects are as of now, and what a sent reminder changes about them. */
export interface ReminderSource {
  /** The subjects that still wait, in the order of the mail; none = there is nothing left to send. */
  entries(tx: Tx, subjectIds: readonly string[]): Promise<DigestEntry[]>;
  /** Marks the subjects as reminded; commits together with the mark SENT. */
  reminded(tx: Tx, subjectIds: readonly string[]): Promise<void>;
}

/** Knows the source of each kind: the features above register theirs, so that notifications know none of them. */
@Injectable()
export class ReminderSources {
  private readonly sources = new Map<ReminderKind, ReminderSource>();

  /** Registers a source; a kind has one. */
  register(kind: ReminderKind, source: ReminderSource): void {
    if (this.sources.has(kind)) throw new Error(`Two sources for the reminder ${kind}.`);
    this.sources.set(kind, source);
  }

  /** The source of a kind; throws where no feature of this process registered one. */
  of(kind: ReminderKind): ReminderSource {
    const source = this.sources.get(kind);
    if (source === undefined) throw new Error(`No source for the reminder ${kind}.`);
    return source;
  }
}
