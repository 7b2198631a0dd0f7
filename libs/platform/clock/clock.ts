import { dayOf, type Day } from '#domain/common/day';

/** The only source of "now": tests and simulations move it, nothing else does. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;

  /** The present calendar day in Asia/Shanghai. */
  today(): Day {
    return dayOf(this.now());
  }
}

/** The machine's clock. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that was set to an instant and runs on from there at normal speed. */
export class ShiftedClock extends Clock {
  private readonly offsetMs: number;

  constructor(startsAt: Date) {
    super();
    this.offsetMs = startsAt.getTime() - Date.now();
  }

  override now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }
}
