import { addDays, addMonths, type Day } from '#domain/common/day';
import { draftMilestones, type DraftMilestone } from '#domain/follow-up/milestone-plan';
import type { Row } from './copy-rows';
import type { SeededHire } from './referrals.seed';
import { at, copyCounty, type SeedContext } from './seed-context';

/** A placement with what pay needs to know of it. */
export interface SeededPlacement extends SeededHire {
  readonly id: string;
  readonly pseudonym: string;
  readonly endedOn: Day | null;
  readonly agreedPayFen: number;
}

const ENDED_SHARE = 0.2;
const PROBATION_MONTHS = 2;

/** Writes placements, fills their slots, and plans their follow-ups with a plausible past. */
export async function seedPlacements(seed: SeedContext, hires: readonly SeededHire[]): Promise<SeededPlacement[]> {
  const placements = hires.map((hire, index) => placementSketch(seed, hire, index));
  await copyCounty(
    seed,
    'placement',
    placements.map((placement) => placementRow(seed, placement)),
  );
  await fillSlots(
    seed,
    placements.filter(({ endedOn }) => endedOn === null).map(({ slotId }) => slotId),
  );
  const plans = placements.flatMap((placement) => milestonesOf(seed, placement));
  await copyCounty(
    seed,
    'contact',
    plans.flatMap(({ contact }) => (contact === null ? [] : [contact])),
  );
  await copyCounty(
    seed,
    'follow_up_milestone',
    plans.map(({ milestone }) => milestone),
  );
  return placements;
}

function placementSketch(seed: SeedContext, hire: SeededHire, index: number): SeededPlacement {
  const { random } = seed;
  const isLongAgo = addDays(hire.hireDate, 60) < seed.today;
  const isEnded = isLongAgo && random.chance(ENDED_SHARE);
  return {
    ...hire,
    id: random.uuid(),
    pseudonym: `E${String(10_001 + index)}`,
    endedOn: isEnded ? addDays(hire.hireDate, random.int(30, 58)) : null,
    agreedPayFen: hire.position.payMinFen + 10_000,
  };
}

function placementRow(seed: SeedContext, placement: SeededPlacement): Row {
  const { hireDate, position, client, endedOn } = placement;
  const probationEndOn = addDays(addMonths(hireDate, PROBATION_MONTHS), -1);
  const status = endedOn !== null ? 'ENDED' : probationEndOn >= seed.today ? 'PROBATION' : 'ACTIVE';
  return {
    id: placement.id,
    client_id: client.id,
    slot_id: placement.slotId,
    organisation_id: position.organisationId,
    referral_id: placement.referralId,
    mode: 'INDIVIDUAL',
    hire_date: hireDate,
    contract_signed_on: hireDate,
    contract_from: hireDate,
    contract_to: addDays(addMonths(hireDate, 24), -1),
    probation_end_on: probationEndOn,
    agreed_pay_fen: placement.agreedPayFen,
    lowest_same_job_fen: position.payMinFen,
    pay_cycle_days: 30,
    weekly_hours: position.weeklyHours,
    shift: position.kind.shift,
    employment_type: 'FULL_TIME',
    job_code: `J-${position.kind.occupation}`,
    grade: '1',
    social_insurance_from: hireDate,
    employee_pseudonym: placement.pseudonym,
    status,
    ended_on: endedOn,
    end_reason: endedOn === null ? null : seed.random.pick(['VOLUNTARY', 'PERSONAL', 'MOVED', 'BETTER_JOB']),
    ended_at: endedOn === null ? null : at(endedOn, 17),
    status_before_end: endedOn === null ? null : 'ACTIVE',
    created_at: at(addDays(hireDate, -5), 10),
  };
}

async function fillSlots(seed: SeedContext, slotIds: readonly string[]): Promise<void> {
  await seed.client.query(`update job_slot set status = 'FILLED' where county_id = $1 and id = any($2::uuid[])`, [
    seed.countyId,
    slotIds,
  ]);
}

interface PlannedRow {
  readonly milestone: Row;
  readonly contact: Row | null;
}

function milestonesOf(seed: SeedContext, placement: SeededPlacement): PlannedRow[] {
  return draftMilestones(placement.hireDate, seed.calendar).map((draft) => milestoneOf(seed, placement, draft));
}

function milestoneOf(seed: SeedContext, placement: SeededPlacement, draft: DraftMilestone): PlannedRow {
  const { random } = seed;
  const isPast = draft.dueOn < seed.today;
  const isCancelled = placement.endedOn !== null && draft.dueOn > placement.endedOn;
  const isDone = !isCancelled && isPast && (addDays(draft.dueOn, 12) < seed.today || random.chance(0.8));
  const isDue = !isCancelled && !isDone && draft.dueOn <= seed.today;
  const doneAt = isDone ? at(draft.dueOn, 15) : null;
  const contact: Row | null = isDone
    ? {
        id: random.uuid(),
        client_id: placement.client.id,
        membership_id: placement.client.caseworkerId,
        channel: 'PHONE',
        is_two_way: true,
        duration_minutes: random.int(3, 25),
        occurred_at: doneAt,
      }
    : null;
  const milestone: Row = {
    id: random.uuid(),
    placement_id: placement.id,
    client_id: placement.client.id,
    code: draft.code,
    raw_on: draft.rawOn,
    due_on: draft.dueOn,
    window_working_days: draft.windowWorkingDays,
    channel: 'PHONE',
    is_provisional: draft.isProvisional,
    status: isCancelled ? 'CANCELLED' : isDone ? 'DONE' : isDue ? 'DUE' : 'SCHEDULED',
    contact_id: contact?.['id'] ?? null,
    done_at: doneAt,
  };
  return { milestone, contact };
}
