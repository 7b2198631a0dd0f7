import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '#domain/common/day';
import type { PlannedMilestone } from '#domain/follow-up/milestone-plan';
import { OPEN_MILESTONE_STATES } from '#domain/follow-up/milestone-lifecycle';
import type { Tx } from '#platform/database/transaction';

/** For whom milestones are planned. */
export interface MilestoneOwner {
  readonly placementId: string;
  readonly clientId: string;
}

/** Every query about follow-up milestones, by name. */
@Injectable()
export class FollowUpRepository {
  /** Writes a plan; a milestone that is there already stays as it is, so that planning twice changes nothing. */
  async insertPlan(tx: Tx, owner: MilestoneOwner, plan: readonly PlannedMilestone[]): Promise<void> {
    await tx.query(
      `insert into follow_up_milestone (county_id, id, placement_id, client_id, code, raw_on, due_on, window_working_days, channel, is_provisional, status, created_at)
       select $1, m.id, $2, $3, m.code, m.raw_on, m.due_on, m.window_days, 'PHONE', m.is_provisional, m.status, $4
         from unnest($5::uuid[], $6::text[], $7::date[], $8::date[], $9::int[], $10::boolean[], $11::text[])
              as m(id, code, raw_on, due_on, window_days, is_provisional, status)
       on conflict (county_id, placement_id, code) do nothing`,
      [
        tx.actor.countyId,
        owner.placementId,
        owner.clientId,
        tx.now,
        plan.map(() => uuidv7()),
        plan.map(({ code }) => code),
        plan.map(({ rawOn }) => rawOn),
        plan.map(({ dueOn }) => dueOn),
        plan.map(({ windowWorkingDays }) => windowWorkingDays),
        plan.map(({ isProvisional }) => isProvisional),
        plan.map(({ status }) => status),
      ],
    );
  }

  /** Cancels what is still open of a placement that ended. */
  async cancelOpen(tx: Tx, placementId: string): Promise<void> {
    await tx.query(
      `update follow_up_milestone set status = 'CANCELLED', version = version + 1 where placement_id = $1 and status = any ($2)`,
      [placementId, OPEN_MILESTONE_STATES],
    );
  }

  /** Marks milestones DUE whose day has come; gives how many. */
  async markDue(tx: Tx, today: Day): Promise<number> {
    const rows = await tx.query(
      `update follow_up_milestone set status = 'DUE', version = version + 1
        where status = 'SCHEDULED' and due_on <= $1 or status = 'SNOOZED' and snoozed_until <= $1 returning id`,
      [today],
    );
    return rows.length;
  }
}
