import type { AssignmentRowFragment, BatchPositionFragment } from '@contract/gql';

export type Assignment = AssignmentRowFragment;

/** A position on the board with the people whom the batch would place there. */
export interface Lane {
  readonly position: BatchPositionFragment;
  readonly people: readonly Assignment[];
  /** How many the batch would place there; more than the people where some of them are not the reader's to see. */
  readonly placed: number;
  /** Its seats for this batch; those beyond the placed stay open. */
  readonly seats: number;
}

/** How a lane's slots stand: taken before the batch, proposed by it, still open. */
export interface LaneSlots {
  readonly total: number;
  readonly filled: number;
  readonly held: number;
  readonly open: number;
}

const byName = (one: Lane, other: Lane): number =>
  one.position.enterprise.name.localeCompare(other.position.enterprise.name, 'zh-CN') ||
  one.position.title.localeCompare(other.position.title, 'zh-CN') ||
  (one.position.id < other.position.id ? -1 : 1);

/** A position as the capacity of the batch knows it. */
export interface Column {
  readonly position: BatchPositionFragment;
  readonly openSlots: number;
  readonly placed: number;
}

/** One lane per position, by enterprise and title: those with people first, then those to which somebody can be moved. */
export function lanesOf(placed: readonly Assignment[], columns: readonly Column[]): readonly Lane[] {
  const lanes = new Map<string, { column: Column; people: Assignment[] }>();
  for (const column of columns) lanes.set(column.position.id, { column, people: [] });
  for (const row of placed) {
    if (row.position === null) continue;
    const { position } = row;
    const lane = lanes.get(position.id);
    if (lane === undefined)
      lanes.set(position.id, { column: { position, openSlots: position.slots.open, placed: 0 }, people: [row] });
    else lane.people.push(row);
  }
  return [...lanes.values()]
    .map(({ column, people }) => {
      const all = Math.max(people.length, column.placed);
      return { position: column.position, people, placed: all, seats: Math.max(all, column.openSlots) };
    })
    .sort((one, other) => Number(other.placed > 0) - Number(one.placed > 0) || byName(one, other));
}

/** The pips of a lane: what is not of this batch counts as taken, so that they add up to the position's slots. */
export function slotsOf({ position, placed, seats }: Lane): LaneSlots {
  const filled = Math.max(0, position.slots.total - seats);
  return { total: filled + seats, filled, held: placed, open: seats - placed };
}

/** The lanes that name the words searched for: a person's name brings her whole lane. */
export function lanesWith(lanes: readonly Lane[], words: string): readonly Lane[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return lanes;
  const has = (text: string): boolean => text.toLowerCase().includes(wanted);
  return lanes.filter(
    ({ position, people }) =>
      has(position.title) || has(position.enterprise.name) || people.some(({ client }) => has(client.name)),
  );
}
