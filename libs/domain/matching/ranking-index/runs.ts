import { CodeBook } from './code-book';
import { grown, Numbers } from './numbers';

/** How many rows one township has of one kind of work. */
export interface RunSize {
  readonly township: string;
  readonly occupationCode: string;
  readonly shift: string;
  readonly rows: number;
}

const NONE = -1;
const LAST_ID = 0xffff_ffff;
const MOST_TOWNSHIPS = 2 ** 20;
const MOST_SHIFTS = 2 ** 8;

/**
 * The rows by kind of work (occupation and shift) and township: those of one township and one work are a run. Rows for
 * which room was kept lie side by side; a row that came later hangs on a chain.
 */
export class Runs {
  readonly townships = new CodeBook();
  readonly occupations = new CodeBook();
  readonly shifts = new CodeBook();
  readonly occupationOf = new Numbers();
  readonly shiftOf = new Numbers();
  readonly workOf = new Numbers();
  readonly townshipOf = new Numbers();
  readonly starts = new Numbers();
  readonly counts = new Numbers();
  readonly heads = new Numbers();
  /** The first digits of the smallest id that was ever in a run, as an unsigned number of 32 bits. */
  readonly leastIds = new Numbers();
  /** The row after a row on its chain. */
  next: Int32Array;
  private readonly rooms = new Numbers();
  private readonly works = new Map<number, number>();
  private readonly numbers = new Map<number, number>();
  private readonly ofWork: Numbers[] = [];
  private readonly ofTownship: Numbers[] = [];
  private runOf: Int32Array;
  private chained = 0;

  constructor(capacity: number) {
    this.next = new Int32Array(capacity);
    this.runOf = new Int32Array(capacity).fill(NONE);
  }

  /** How many kinds of work there are. */
  get workCount(): number {
    return this.ofWork.length;
  }

  /** How many rows hang on chains. */
  get chainedCount(): number {
    return this.chained;
  }

  /** The runs of a kind of work. */
  runsOfWork(work: number): Numbers {
    return this.ofWork[work]!;
  }

  /** The runs of a township. */
  runsOfTownship(township: number): Numbers {
    return this.ofTownship[township]!;
  }

  /** Makes room for so many rows. */
  grow(capacity: number): void {
    const before = this.runOf.length;
    this.next = grown(this.next, capacity);
    this.runOf = grown(this.runOf, capacity).fill(NONE, before);
  }

  /** The run of this township and work, made now where there was none. */
  numberOf(townshipCode: string, occupationCode: string, shiftCode: string): number {
    const township = this.townships.numberOf(townshipCode);
    const work = this.workNumber(this.occupations.numberOf(occupationCode), this.shifts.numberOf(shiftCode));
    while (this.ofTownship.length <= township) this.ofTownship.push(new Numbers());
    const key = work * MOST_TOWNSHIPS + township;
    return this.numbers.get(key) ?? this.newRun(key, work, township);
  }

  /** A row that a run has room for where its rows lie; null where it has none. */
  roomIn(run: number): number | null {
    const count = this.counts.at(run);
    return count < this.rooms.at(run) ? this.starts.at(run) + count : null;
  }

  /** Puts a row into a run: the one that it had room for, or any other. `firstWord` are the first digits of its id. */
  add(run: number, row: number, firstWord: number): void {
    this.runOf[row] = run;
    this.lower(run, firstWord);
    if (row === this.roomIn(run)) {
      this.counts.set(run, this.counts.at(run) + 1);
      return;
    }
    this.next[row] = this.heads.at(run);
    this.heads.set(run, row);
    this.chained += 1;
  }

  /**
   * Takes a row out of its run. Gives the row that has to be moved into its place, so that the run's rows stay side by
   * side; the row itself where it was the last of them; null where it hung on a chain and is free for any run.
   */
  remove(row: number): number | null {
    const run = this.runOf[row]!;
    const last = this.starts.at(run) + this.counts.at(run) - 1;
    if (row < this.starts.at(run) || row > last) {
      this.unchain(run, row);
      return null;
    }
    this.counts.set(run, this.counts.at(run) - 1);
    this.runOf[last] = NONE;
    return last;
  }

  /** Keeps room for the rows of a run that has none, from this row on. */
  reserve(run: number, start: number, rows: number): void {
    this.starts.set(run, start);
    this.rooms.set(run, rows);
  }

  /** The runs that have rows, those of one kind of work one after the other. */
  *filled(): Generator<RunSize & { readonly run: number }, void> {
    const [townships, occupations, shifts] = [this.townships, this.occupations, this.shifts].map((book) => [
      ...book.codes(),
    ]);
    for (let work = 0; work < this.workCount; work++) {
      const occupationCode = occupations![this.occupationOf.at(work)]!;
      const shift = shifts![this.shiftOf.at(work)]!;
      const runs = this.runsOfWork(work);
      for (let at = 0; at < runs.length; at++) {
        const run = runs.at(at);
        const rows = this.rowCount(run);
        if (rows > 0) yield { run, township: townships![this.townshipOf.at(run)]!, occupationCode, shift, rows };
      }
    }
  }

  /** Visits the rows of a run. */
  forEachRow(run: number, visit: (row: number) => void): void {
    const start = this.starts.at(run);
    for (let row = start; row < start + this.counts.at(run); row++) visit(row);
    for (let row = this.heads.at(run); row >= 0; row = this.next[row]!) visit(row);
  }

  private rowCount(run: number): number {
    let rows = this.counts.at(run);
    for (let row = this.heads.at(run); row >= 0; row = this.next[row]!) rows += 1;
    return rows;
  }

  private workNumber(occupation: number, shift: number): number {
    const key = occupation * MOST_SHIFTS + shift;
    const known = this.works.get(key);
    if (known !== undefined) return known;
    const work = this.ofWork.length;
    this.works.set(key, work);
    this.ofWork.push(new Numbers());
    this.occupationOf.push(occupation);
    this.shiftOf.push(shift);
    return work;
  }

  private newRun(key: number, work: number, township: number): number {
    const run = this.workOf.length;
    this.numbers.set(key, run);
    this.workOf.push(work);
    this.townshipOf.push(township);
    this.starts.push(0);
    this.counts.push(0);
    this.rooms.push(0);
    this.heads.push(NONE);
    this.leastIds.push(LAST_ID);
    this.ofWork[work]!.push(run);
    this.ofTownship[township]!.push(run);
    return run;
  }

  private lower(run: number, firstWord: number): void {
    if (firstWord < this.leastIds.at(run) >>> 0) this.leastIds.set(run, firstWord);
  }

  private unchain(run: number, row: number): void {
    const after = this.next[row]!;
    let before = this.heads.at(run);
    if (before === row) this.heads.set(run, after);
    else {
      while (this.next[before] !== row) before = this.next[before]!;
      this.next[before] = after;
    }
    this.runOf[row] = NONE;
    this.chained -= 1;
  }
}
