import { NONE, type PlanInstance } from './plan-problem';

/** Who has which option at the moment, and what is left; every change keeps within seats and slots. */
export class Seating {
  /** The option of each client; NONE = no place. */
  readonly optionOf: Int32Array;
  placed = 0;
  private readonly slotsLeft: Int32Array;
  private readonly seatsLeft: Int32Array;
  /** Who is where, in order, so that a search takes the same way every time. */
  private readonly inPosition: number[][];
  private readonly inSession: number[][];

  constructor(readonly instance: PlanInstance) {
    this.optionOf = new Int32Array(instance.clientIds.length).fill(NONE);
    this.slotsLeft = instance.slots.slice();
    this.seatsLeft = instance.seats.slice();
    this.inPosition = instance.positionIds.map(() => []);
    this.inSession = instance.sessionIds.map(() => []);
  }

  /** The same seating begun from options that fit together. */
  static of(instance: PlanInstance, optionOf: ArrayLike<number>): Seating {
    const seating = new Seating(instance);
    for (let c = 0; c < optionOf.length; c++) if (optionOf[c] !== NONE) seating.take(optionOf[c]!);
    return seating;
  }

  isFree(option: number): boolean {
    const { positionOf, sessionOf } = this.instance;
    const session = sessionOf[option]!;
    return this.slotsLeft[positionOf[option]!]! > 0 && (session === NONE || this.seatsLeft[session]! > 0);
  }

  /** Those of whom one alone is in the way of an option that is not free; none where it would take two. */
  inTheWay(option: number): readonly number[] {
    const position = this.instance.positionOf[option]!;
    const session = this.instance.sessionOf[option]!;
    const isSlotFree = this.slotsLeft[position]! > 0;
    if (session === NONE || this.seatsLeft[session]! > 0) return isSlotFree ? [] : this.inPosition[position]!.slice();
    const seated = this.inSession[session]!;
    return isSlotFree ? seated.slice() : seated.filter((client) => this.inPosition[position]!.includes(client));
  }

  take(option: number): void {
    const { clientOf, positionOf, sessionOf } = this.instance;
    const client = clientOf[option]!;
    const session = sessionOf[option]!;
    this.optionOf[client] = option;
    this.placed++;
    this.slotsLeft[positionOf[option]!]!--;
    insert(this.inPosition[positionOf[option]!]!, client);
    if (session === NONE) return;
    this.seatsLeft[session]!--;
    insert(this.inSession[session]!, client);
  }

  /** Gives back what she has; returns the option that it was. */
  leave(client: number): number {
    const { positionOf, sessionOf } = this.instance;
    const option = this.optionOf[client]!;
    const session = sessionOf[option]!;
    this.optionOf[client] = NONE;
    this.placed--;
    this.slotsLeft[positionOf[option]!]!++;
    remove(this.inPosition[positionOf[option]!]!, client);
    if (session === NONE) return option;
    this.seatsLeft[session]!++;
    remove(this.inSession[session]!, client);
    return option;
  }
}

function insert(clients: number[], client: number): void {
  let at = clients.length;
  while (at > 0 && clients[at - 1]! > client) at--;
  clients.splice(at, 0, client);
}

const remove = (clients: number[], client: number): void => void clients.splice(clients.indexOf(client), 1);
