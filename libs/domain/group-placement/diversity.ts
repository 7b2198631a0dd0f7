/** How widely a placement spreads, and how far it follows what people said they want. */
export interface Diversity {
  /** Herfindahl–Hirschman index over enterprises, 0 to 10,000 (all in one); null when nobody is placed. */
  readonly enterpriseHhi: number | null;
  /** The same over occupations. */
  readonly occupationHhi: number | null;
  /** Placed people who stated a wish, and how many of them got an occupation they named. */
  readonly withWish: number;
  readonly wishMet: number;
}

/** What the meter needs to know of a slot. */
export interface SlotKind {
  readonly enterpriseId: string;
  readonly occupationCode: string;
}

/**
 * Measures a placement.
 * @param slotOf the slot of each client; −1 = unplaced
 * @param wishesOf the occupations each client named; empty = no wish stated
 */
export function diversityOf(
  slotOf: ArrayLike<number>,
  slots: readonly SlotKind[],
  wishesOf: readonly (readonly string[])[],
): Diversity {
  const taken: SlotKind[] = [];
  let withWish = 0;
  let wishMet = 0;
  for (let i = 0; i < slotOf.length; i++) {
    const slot = slots[slotOf[i]!];
    if (slot === undefined) continue;
    taken.push(slot);
    const wishes = wishesOf[i] ?? [];
    if (wishes.length > 0) withWish++;
    if (wishes.includes(slot.occupationCode)) wishMet++;
  }
  return {
    enterpriseHhi: herfindahl(taken.map(({ enterpriseId }) => enterpriseId)),
    occupationHhi: herfindahl(taken.map(({ occupationCode }) => occupationCode)),
    withWish,
    wishMet,
  };
}

/** Sum of squared shares in ten-thousandths, rounded to the nearest. */
function herfindahl(names: readonly string[]): number | null {
  if (names.length === 0) return null;
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const squares = [...counts.values()].reduce((sum, count) => sum + count * count, 0);
  return Math.round((squares * 10_000) / names.length ** 2);
}
