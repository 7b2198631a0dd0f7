/** A seeded generator (mulberry32): the same seed gives the same people, enterprises and dates on every run. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from least to most, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True with this chance, 0..1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items; there must be one. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  /** Up to n different items, in the order of the list. */
  some<T>(items: readonly T[], n: number): T[] {
    let left = Math.min(n, items.length);
    return items.filter((_, index) => {
      const isTaken = this.next() * (items.length - index) < left;
      if (isTaken) left -= 1;
      return isTaken;
    });
  }

  /** A UUID of version 7 whose time part grows with each call, so that rows lie in the order they were made. */
  uuid(): string {
    this.count += 1;
    const time = (EPOCH_MS + this.count).toString(16).padStart(12, '0');
    const hex = (digits: number): string => Array.from({ length: digits }, () => this.int(0, 15).toString(16)).join('');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${this.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  }

  private count = 0;
}

/** 2026-01-01T00:00:00Z. */
const EPOCH_MS = 1_767_225_600_000;
