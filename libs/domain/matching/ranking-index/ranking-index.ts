import type { Ranked } from '../match-score';
import { AskedRanking, type RankingQuestion } from './asked-ranking';
import { BestFirst } from './best-first';
import { BestRows } from './best-rows';
import { PositionColumns, type IndexedPosition } from './position-columns';
import { RowJudge } from './row-judge';
import { Runs } from './runs';

const FEWEST_ROWS = 1_024;
/** An index grows by this share of its rows, and is worn when so many of them came after it was settled. */
const SPARE = 8;

/**
 * The open positions of one county as columns of typed arrays: ids and match columns only. It ranks as `scoreMatch` and
 * `byRank` would, without looking at most rows: runs of rows are visited in the order of the most that they can score,
 * until none that is left can reach the last of the best (the threshold of Fagin, Lotem & Naor 2003).
 */
export class RankingIndex {
  private readonly columns = new PositionColumns(FEWEST_ROWS);
  private readonly runs = new Runs(FEWEST_ROWS);
  private free: number[] = [];
  private end = 0;
  private count = 0;

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

  /** Lays the rows of each run side by side: worth its time once after the first filling, and where it is worn. */
  settle(): void {
    const capacity = this.count + Math.max(FEWEST_ROWS, Math.ceil(this.count / SPARE));
    const order = this.runs.settle(capacity, this.columns.ids.firstWords);
    this.columns.gather(order, capacity);
    this.free = [];
    this.end = this.count;
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

  private newRow(): number {
    if (this.end === this.columns.capacity) {
      const capacity = this.end * 2;
      this.columns.grow(capacity);
      this.runs.grow(capacity);
    }
    return this.end++;
  }
}
