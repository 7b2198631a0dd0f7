/** A binary heap of columns by distance, in which a distance may be lowered (indexed heap of Dijkstra's algorithm). */
export class ColumnHeap {
  size = 0;
  private readonly heap: Int32Array;
  private readonly at: Int32Array;

  constructor(private readonly distance: Float64Array) {
    this.heap = new Int32Array(distance.length);
    this.at = new Int32Array(distance.length).fill(-1);
  }

  /** The nearest column; the heap must not be empty. */
  get nearest(): number {
    return this.heap[0]!;
  }

  /** Puts a column in, or moves it up after its distance was lowered. */
  lower(column: number): void {
    let at = this.at[column]!;
    if (at < 0) at = this.size++;
    const distance = this.distance[column]!;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.heap[parent]!;
      if (this.distance[above]! <= distance) break;
      this.put(above, at);
      at = parent;
    }
    this.put(column, at);
  }

  removeNearest(): void {
    this.at[this.heap[0]!] = -1;
    const column = this.heap[--this.size]!;
    if (this.size === 0) return;
    const distance = this.distance[column]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      const right = child + 1;
      if (right < this.size && this.distance[this.heap[right]!]! < this.distance[this.heap[child]!]!) child = right;
      const below = this.heap[child]!;
      if (this.distance[below]! >= distance) break;
      this.put(below, at);
      at = child;
    }
    this.put(column, at);
  }

  clear(): void {
    for (let k = 0; k < this.size; k++) this.at[this.heap[k]!] = -1;
    this.size = 0;
  }

  private put(column: number, at: number): void {
    this.heap[at] = column;
    this.at[column] = at;
  }
}
