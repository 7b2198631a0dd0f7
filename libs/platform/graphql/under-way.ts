/** Commands under way in this process, by whose key they run; each says at its end whether it was done. */
const underWay = new Map<string, Promise<boolean>>();

/**
 * Runs `work`, unless one of the same name is under way here: then waits for that one first. Whoever sends one key many
 * times at once waits in memory: in PostgreSQL each would hold a connection, and would be cut off there where the first
 * takes longer than a statement may. After one that was done nobody waits for anybody: its receipt answers all.
 */
export async function afterSame<T>(name: string, work: () => Promise<T>, wasDone: (result: T) => boolean): Promise<T> {
  for (let first = underWay.get(name); first !== undefined; first = underWay.get(name)) if (await first) return work();
  const run = work();
  const end = run.then(wasDone, () => false);
  underWay.set(name, end);
  try {
    return await run;
  } finally {
    underWay.delete(name);
  }
}
