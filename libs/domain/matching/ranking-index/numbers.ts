const FEWEST = 4;

/** A list of whole numbers that grows, in one typed array: only the first `length` of its values are its. */
export class Numbers {
  values: Int32Array;
  length = 0;

  /** @param expected how many there will be; more make it grow */
  constructor(expected = FEWEST) {
    this.values = new Int32Array(Math.max(FEWEST, expected));
  }

  /** Adds a number at the end. */
  push(value: number): void {
    if (this.length === this.values.length) this.values = grown(this.values, this.length * 2);
    this.values[this.length++] = value;
  }

  /** The number at a place that is its. */
  at(place: number): number {
    return this.values[place]!;
  }

  /** Writes the number at a place that is its. */
  set(place: number, value: number): void {
    this.values[place] = value;
  }
}

/** The kinds of columns there are. */
export type Column = Uint8Array | Int32Array | Uint32Array | Float64Array;

type Made<T extends Column> = T & { readonly constructor: new (length: number) => T };

/** The same values with room for more. */
export function grown<T extends Column>(column: T, capacity: number): T {
  const larger = new (column as Made<T>).constructor(capacity);
  larger.set(column);
  return larger;
}
