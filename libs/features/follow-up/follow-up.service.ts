import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { planMilestones } from '#domain/follow-up/milestone-plan';
import { LIVE_PLACEMENT_STATES } from '#domain/placements/placement-lifecycle';
import { ParametersService } from '#features/parameters';
import { PlacementsReader } from '#features/placements';
import type { Tx } from '#platform/database/transaction';
import { FollowUpRepository } from './follow-up.repository';

/** Plans who is called when, so that nobody who was placed is forgotten. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly milestones: FollowUpRepository,
    private readonly placements: PlacementsReader,
    private readonly parameters: ParametersService,
  ) {}

  /** Plans the milestones of a live placement on the county's working days; planning twice changes nothing. */
  async plan(tx: Tx, placementId: string): Promise<void> {
    const placement = await this.placements.byId(tx, placementId);
    if (placement === null || !LIVE_PLACEMENT_STATES.includes(placement.status)) return;
    const today = dayOf(tx.now);
    const plan = planMilestones(placement.hireDate, await this.parameters.calendar(tx), today);
    await this.milestones.insertPlan(tx, { placementId, clientId: placement.clientId }, plan);
    await this.milestones.markDue(tx, today);
  }

  /** Cancels what is open of a placement that ended. */
  cancel(tx: Tx, placementId: string): Promise<void> {
    return this.milestones.cancelOpen(tx, placementId);
  }

  /** Marks what has become due; gives how many. */
  markDue(tx: Tx): Promise<number> {
    return this.milestones.markDue(tx, dayOf(tx.now));
  }
}
