import { CodeBook } from './code-book';

const FEWEST = 4;

/** Rows by township, occupation and shift: what a bucket shares is judged once, and whole buckets are passed over. */
export class Buckets {
  readonly townships = new CodeBook();
  readonly occupations = new CodeBook();
  readonly shifts = new CodeBook();
  readonly townshipOf: number[] = [];
  readonly occupationOf: number[] = [];
  readonly shiftOf: number[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly rows: Uint32Array[] = [];
  private readonly counts: number[] = [];

  /** How many buckets there are, empty ones included. */
  get size(): number {
    return this.rows.length;
  }

  /** The bucket of these three, made now where there was none. */
  numberOf(township: string, occupation: string, shift: string): number {
    const at = [this.townships.numberOf(township), this.occupations.numberOf(occupation), this.shifts.numberOf(shift)];
    const key = at.join(' ');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const bucket = this.rows.length;
    this.numbers.set(key, bucket);
    this.townshipOf.push(at[0]!);
    this.occupationOf.push(at[1]!);
    this.shiftOf.push(at[2]!);
    this.rows.push(new Uint32Array(FEWEST));
    this.counts.push(0);
    return bucket;
  }

  /** How many rows a bucket has. */
  countOf(bucket: number): number {
    return this.counts[bucket]!;
  }

  /** The rows of a bucket; only the first `countOf` are its. */
  rowsOf(bucket: number): Uint32Array {
    return this.rows[bucket]!;
  }

  /** Puts a row into a bucket. */
  add(bucket: number, row: number): void {
    const count = this.counts[bucket]!;
    let rows = this.rows[bucket]!;
    if (count === rows.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(rows);
      this.rows[bucket] = rows = larger;
    }
    rows[count] = row;
    this.counts[bucket] = count + 1;
  }

  /** Takes a row out of its bucket. */
  remove(bucket: number, row: number): void {
    const rows = this.rows[bucket]!;
    const last = this.counts[bucket]! - 1;
    rows[rows.indexOf(row)] = rows[last]!;
    this.counts[bucket] = last;
  }
}
