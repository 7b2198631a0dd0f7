/** How many can be added in one go. */
export const MOST_ADDED = 500;

/** Ticks all of them where one is not ticked yet, else takes all of their ticks off. */
export function toggled(ticked: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(ticked);
  if (ids.every((id) => next.has(id))) ids.forEach((id) => next.delete(id));
  else ids.forEach((id) => next.size < MOST_ADDED && next.add(id));
  return next;
}

/** Ticks these as well, as far as one go allows. */
export const withAll = (ticked: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> =>
  new Set([...ticked, ...ids].slice(0, MOST_ADDED));
