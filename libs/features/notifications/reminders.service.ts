import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { startOfDay, type Day } from '#domain/common/day';
import { DIGEST_AT } from '#domain/follow-up/daily-digest';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { ReminderDeliver } from './reminders.jobs';
import { RemindersRepository, type ReminderKey } from './reminders.repository';

/** A digest to be sent: whose, when, and about what. */
export interface NewDigest extends ReminderKey {
  readonly subjectIds: readonly string[];
}

const dueAt = (day: Day): Date =>
  new Date(startOfDay(day).getTime() + (DIGEST_AT.hour * 60 + DIGEST_AT.minute) * 60_000);

/** Keeps one digest per recipient, day and kind; other features call it inside their own transaction. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Plans a digest for 09:00 of its day, at once when that is past. Where one waits already, it takes the subjects in. */
  async digest(tx: Tx, { subjectIds, ...key }: NewDigest): Promise<void> {
    const id = uuidv7();
    if (await this.reminders.insert(tx, id, key, subjectIds)) await this.announce(tx, id, key.day);
    else await this.reminders.addSubjects(tx, key, subjectIds);
  }

  /** Announces reminders again that wait and whose announcement was lost; says how many. */
  async revive(tx: Tx): Promise<number> {
    const lost = await this.reminders.withoutWork(tx);
    for (const { id, day } of lost) await this.announce(tx, id, day);
    return lost.length;
  }

  private async announce(tx: Tx, id: string, day: Day): Promise<void> {
    await this.outbox.add(tx, ReminderDeliver, { subjectId: id, data: {}, dueAt: dueAt(day) });
  }
}
