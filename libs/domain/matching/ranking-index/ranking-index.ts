import type { Ranked } from '../match-score';
import { AskedRanking, type RankingQuestion } from './asked-ranking';
import { BestFirst } from './best-first';
import { BestRows } from './best-rows';
import { PositionColumns, type CodeBooks, type IndexedPosition } from './position-columns';
import { RowJudge } from './row-judge';
import { Runs, type RunSize } from './runs';

const FEWEST_ROWS = 1_024;
/** An index grows by this share of its rows, and is worn when so many of them came after it was settled. */
const SPARE = 8;
/** A long work pauses after so many rows or runs: some milliseconds each. */
const SLICE = 4_096;

/**
 * The open positions of one county as columns of typed arrays: ids and match columns only. It ranks as `scoreMatch` and
 * `byRank` would, without looking at most rows: runs of rows are visited in the order of the most that they can score,
 * until none that is left can reach the last of the best (the threshold of Fagin, Lotem & Naor 2003).
 */
export class RankingIndex {
  private readonly columns: PositionColumns;
  private readonly runs = new Runs(FEWEST_ROWS);
  private free: number[] = [];
  private end = 0;
  private count = 0;

  constructor(books?: CodeBooks) {
    this.columns = new PositionColumns(FEWEST_ROWS, books);
  }

  /** How many positions it holds. */
  get size(): number {
    return this.count;
  }

  /** True where so much came since it was settled that settling it again pays. */
  get isWorn(): boolean {
    return this.runs.chainedCount > Math.max(FEWEST_ROWS, this.count / SPARE);
  }

  /** Takes a position in, in place of what was known of it. */
  put(position: IndexedPosition): void {
    this.remove(position.id);
    const run = this.runs.numberOf(position.township, position.occupationCode, position.shift);
    const row = this.runs.roomIn(run) ?? this.free.pop() ?? this.newRow();
    this.columns.set(row, position);
    this.runs.add(run, row, this.columns.ids.firstWords[row]!);
    this.count += 1;
  }

  /** Takes a position out; nothing where it is not there. */
  remove(id: string): void {
    const row = this.columns.ids.rowOf(id);
    if (row === null) return;
    this.columns.ids.remove(row);
    const last = this.runs.remove(row);
    if (last === null) this.free.push(row);
    else if (last !== row) this.columns.move(last, row);
    this.count -= 1;
  }

  /**
   * Keeps room for rows that will come into an index that is still empty, so that those of each run lie side by side: in
   * the order that is given, of which one kind of work should follow the other. Pauses now and then.
   */
  *expect(sizes: Iterable<RunSize>): Generator<void, void> {
    let seen = 0;
    for (const { township, occupationCode, shift, rows } of sizes) {
      this.runs.reserve(this.runs.numberOf(township, occupationCode, shift), this.end, rows);
      this.end += rows;
      if (++seen % SLICE === 0) yield;
    }
    const capacity = this.end + Math.max(FEWEST_ROWS, Math.ceil(this.end / SPARE));
    this.columns.grow(capacity);
    this.runs.grow(capacity);
  }

  /**
   * The same positions in an index in which the rows of each run lie side by side: worth its time where this one is
   * worn. Pauses now and then, and this one answers meanwhile, but must not change.
   */
  *settled(): Generator<void, RankingIndex> {
    const { runs, columns } = this;
    const next = new RankingIndex(columns);
    yield* next.expect(runs.filled());
    let moved = 0;
    for (const { run, township, occupationCode, shift, rows } of runs.filled()) {
      const into = next.runs.numberOf(township, occupationCode, shift);
      runs.forEachRow(run, (row) => next.take(columns, row, into));
      if (Math.floor(moved / SLICE) < Math.floor((moved += rows) / SLICE)) yield;
    }
    return next;
  }

  /** The best positions, best first, ties by id. */
  rank(question: RankingQuestion): Ranked[] {
    const { columns, runs } = this;
    const asked = new AskedRanking(question, columns);
    const order = new BestFirst(asked, question, runs);
    const best = new BestRows(question.first, (a, b) => columns.ids.compare(a, b));
    const judge = new RowJudge(asked, columns, runs, best);
    for (const stretch of order.stretches()) {
      if (stretch.most < best.least) break;
      judge.judge(stretch, order.isNear);
    }
    return best.rows.map((row, at) => ({ id: columns.ids.idOf(row), score: best.scores[at]! }));
  }

  private take(columns: PositionColumns, from: number, run: number): void {
    const row = this.runs.roomIn(run) ?? this.newRow();
    this.columns.copy(columns, from, row);
    this.runs.add(run, row, this.columns.ids.firstWords[row]!);
    this.count += 1;
  }

  private newRow(): number {
    if (this.end === this.columns.capacity) {
      const capacity = this.end * 2;
      this.columns.grow(capacity);
      this.runs.grow(capacity);
    }
    return this.end++;
  }
}
