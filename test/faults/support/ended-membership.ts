import type { Actor } from '#domain/common/actor';

/** Where the rows behind the walls are. */
interface Rows {
  rows<T extends object>(sql: string, parameters?: unknown[]): Promise<T[]>;
}

/** Does the due jobs and calls back after each step of one. */
type Work = (afterStep: () => Promise<void>) => Promise<string[]>;

const CHANGE = 'update membership set status = $2, ended_at = case $2 when $3 then now() end where id = $1';

/** Ends a membership as an administrator does. */
export const endMembership = (bench: Rows, { membershipId }: Actor): Promise<unknown> =>
  bench.rows(CHANGE, [membershipId, 'ENDED', 'ENDED']);

/** Takes that back, so that the next case finds its member. */
export const restoreMembership = (bench: Rows, { membershipId }: Actor): Promise<unknown> =>
  bench.rows(CHANGE, [membershipId, 'ACTIVE', 'ENDED']);

/**
 * Does the due jobs; the membership ends after so many steps, before the first with 0, or when `isTime` says so. The job
 * is given up and not tried again, also when she is back. Gives how many steps were done.
 */
export async function endedAfter(
  bench: Rows,
  actor: Actor,
  when: number | (() => Promise<boolean>),
  work: Work,
): Promise<number> {
  let done = 0;
  if (when === 0) await endMembership(bench, actor);
  const ended = work(async () => {
    done += 1;
    if (typeof when === 'number' ? done === when : await when()) await endMembership(bench, actor);
  });
  await expect(ended).rejects.toThrow('no longer active');
  await restoreMembership(bench, actor);
  expect(await work(async () => {})).toEqual([]);
  return done;
}

/** How many jobs of this name were given up because their member was gone. */
export async function failures(bench: Rows, job: string): Promise<number> {
  const found = await bench.rows(
    `select from job_failure where job = $1 and error_class = 'The member who asked for this is no longer active.'`,
    [job],
  );
  return found.length;
}
