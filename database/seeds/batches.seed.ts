import { addDays } from '#domain/common/day';
import { LIVE_PLACEMENT_STATES } from '#domain/placements/placement-lifecycle';
import type { SeededMembers } from './members.seed';
import { at, copyCounty, type SeedContext } from './seed-context';

const SOLVED_CLIENTS = 24;
const COLLECTING_CLIENTS = 12;

/** Clients who may be in a batch, the last by file number: the first are those whom the tour of the product places one by one. */
const CANDIDATES = `select c.id from client c
  join programme_entry e on e.county_id = c.county_id and e.client_id = c.id and e.status = 'ACTIVE'
 where c.county_id = $1 and not c.objects_to_ranking
   and not exists (select from placement l where l.county_id = c.county_id and l.client_id = c.id and l.status = any ($2))
   and not exists (select from referral r join job_slot j on j.county_id = r.county_id and j.held_for = r.id
                    where r.county_id = c.county_id and r.client_id = c.id)
 order by c.file_number desc limit $3`;

/**
 * Two batches of a county that people sign in to: one still collects, one is past its day with a run that the first
 * worker does within a second of its start, so that a result awaits its review.
 */
export async function seedBatches(seed: SeedContext, { supervisorIds }: SeededMembers): Promise<void> {
  const [supervisorId] = supervisorIds;
  if (seed.passwordHash === null || supervisorId === undefined) return;
  const { random, client: database, countyId, today } = seed;
  const most = SOLVED_CLIENTS + COLLECTING_CLIENTS;
  const { rows } = await database.query<{ id: string }>(CANDIDATES, [countyId, LIVE_PLACEMENT_STATES, most]);
  const [solved, collecting, solveId] = [random.uuid(), random.uuid(), random.uuid()];
  const batch = (id: string, title: string, daysToCutoff: number) => ({
    id,
    title,
    status: 'COLLECTING',
    cutoff_at: at(addDays(today, daysToCutoff), 18),
    prepared_by_membership_id: supervisorId,
    created_at: at(addDays(today, daysToCutoff - 10), 9),
  });
  await copyCounty(seed, 'placement_batch', [
    batch(solved, '本月第一批集中安置', -1),
    batch(collecting, '本月第二批集中安置', 6),
  ]);
  await copyCounty(
    seed,
    'batch_assignment',
    rows.map(({ id }, index) => ({
      id: random.uuid(),
      batch_id: index < SOLVED_CLIENTS ? solved : collecting,
      client_id: id,
      added_by_membership_id: supervisorId,
    })),
  );
  await queueSolve(seed, { batchId: solved, solveId, supervisorId });
}

async function queueSolve(
  seed: SeedContext,
  { batchId, solveId, supervisorId }: Readonly<Record<'batchId' | 'solveId' | 'supervisorId', string>>,
): Promise<void> {
  const run = { id: solveId, batch_id: batchId, seq: 1, cause: 'REQUESTED', state: 'QUEUED' };
  await copyCounty(seed, 'batch_solve', [{ ...run, requested_by_membership_id: supervisorId }]);
  const askedAt = at(seed.today, 0);
  const event = { job: 'batch.solve', subject_id: solveId, data: { json: {} }, due_at: askedAt, created_at: askedAt };
  await copyCounty(seed, 'outbox_event', [{ id: seed.random.uuid(), actor_membership_id: supervisorId, ...event }]);
}
