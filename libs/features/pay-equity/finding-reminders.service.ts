import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { RemindersService, type DigestEntry, type ReminderSource } from '#features/notifications';
import type { Tx } from '#platform/database/transaction';

/** Reminds an enterprise by mail of what waits for its answer: on the day it is told, and on the last day. */
@Injectable()
export class FindingRemindersService implements ReminderSource {
  constructor(private readonly reminders: RemindersService) {}

  /** Plans the mails about a finding that the enterprise was told. */
  async plan(
    tx: Tx,
    finding: { readonly id: string; readonly organisationId: string; readonly respondBy: string | null },
  ): Promise<void> {
    const today = dayOf(tx.now);
    const days = [...new Set([today, finding.respondBy ?? today])].filter((day) => day >= today);
    for (const recipientMembershipId of await this.recipients(tx, finding.organisationId)) {
      for (const day of days)
        await this.reminders.digest(tx, { recipientMembershipId, day, kind: 'ANSWERS_DUE', subjectIds: [finding.id] });
    }
  }

  /** What still waits, by its last day; whose pay it is about is not said. */
  entries(tx: Tx, subjectIds: readonly string[]): Promise<DigestEntry[]> {
    return tx.query(
      `select '' as "fileNumber", f.respond_by::text as "dueOn" from pay_finding f
         join consent_grant g on g.county_id = f.county_id and g.id = f.consent_grant_id
        where f.county_id = $1 and f.id = any($2::uuid[]) and f.status = 'NOTIFIED' and f.respond_by is not null
          and g.status = 'ACTIVE' and g.valid_to >= app.today()
        order by f.respond_by, f.id`,
      [tx.actor.countyId, subjectIds],
    );
  }

  /** A mail changes nothing about a finding. */
  reminded(): Promise<void> {
    return Promise.resolve();
  }

  private async recipients(tx: Tx, organisationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from membership where county_id = $1 and organisation_id = $2 and role = 'ENTERPRISE_HR' and status = 'ACTIVE' order by id`,
      [tx.actor.countyId, organisationId],
    );
    return rows.map(({ id }) => id);
  }
}
