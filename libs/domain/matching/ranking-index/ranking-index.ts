import type { Ranked } from '../match-score';
import { SCORE_MAX } from '../score-weights';
import { AskedRanking, type RankingQuestion } from './asked-ranking';
import { BestRows } from './best-rows';
import { Buckets } from './buckets';
import { PositionColumns, type IndexedPosition } from './position-columns';

const FEWEST_ROWS = 1_024;

/**
 * The open positions of one county as columns of typed arrays: ids and match columns only. It ranks as `scoreMatch` and
 * `byRank` would, without looking at most rows: buckets are visited in the order of the most that they can score, until
 * no bucket that is left can reach the last of the best (the threshold of Fagin, Lotem & Naor 2003).
 */
export class RankingIndex {
  private readonly columns: PositionColumns;
  private readonly buckets = new Buckets();
  private readonly free: number[] = [];
  private end = 0;

  /** @param expected how many positions there will be; more make it grow */
  constructor(expected = 0) {
    this.columns = new PositionColumns(Math.max(FEWEST_ROWS, expected));
  }

  /** How many positions it holds. */
  get size(): number {
    return this.end - this.free.length;
  }

  /** Takes a position in, in place of what was known of it. */
  put(position: IndexedPosition): void {
    this.remove(position.id);
    const row = this.free.pop() ?? this.newRow();
    const bucket = this.buckets.numberOf(position.township, position.occupationCode, position.shift);
    this.columns.set(row, position, bucket);
    this.buckets.add(bucket, row);
  }

  /** Takes a position out; nothing where it is not there. */
  remove(id: string): void {
    const row = this.columns.ids.rowOf(id);
    if (row === null) return;
    this.columns.ids.remove(row);
    this.buckets.remove(this.columns.bucket[row]!, row);
    this.free.push(row);
  }

  /** The best positions, best first, ties by id. */
  rank(question: RankingQuestion): Ranked[] {
    const { columns, buckets } = this;
    const asked = new AskedRanking(question, columns, buckets);
    const best = new BestRows(question.first, (a, b) => columns.ids.compare(a, b));
    const most = Int32Array.from({ length: buckets.size }, (_, bucket) => asked.mostOf(buckets, bucket));
    for (const bucket of bySize(most)) {
      if (most[bucket]! < best.least) break;
      if (question.isFeasible) this.rankPassing(asked, bucket, best);
      else this.rankShort(asked, bucket, best);
    }
    return best.rows.map((row, at) => ({ id: columns.ids.idOf(row), score: best.scores[at]! }));
  }

  private rankPassing(asked: AskedRanking, bucket: number, best: BestRows): void {
    if (!asked.passesBucket(this.buckets, bucket)) return;
    const rows = this.buckets.rowsOf(bucket);
    const base = asked.baseOf(this.buckets, bucket);
    for (let at = 0, count = this.buckets.countOf(bucket); at < count; at++) {
      const row = rows[at]!;
      if (this.passes(asked, row)) best.offer(row, this.score(asked, bucket, base, row));
    }
  }

  private rankShort(asked: AskedRanking, bucket: number, best: BestRows): void {
    const passesBucket = asked.passesBucket(this.buckets, bucket);
    const rows = this.buckets.rowsOf(bucket);
    const base = asked.baseOf(this.buckets, bucket);
    for (let at = 0, count = this.buckets.countOf(bucket); at < count; at++) {
      const row = rows[at]!;
      if (!passesBucket || !this.passes(asked, row)) best.offer(row, this.score(asked, bucket, base, row));
    }
  }

  /** The hard checks that are a row's own. */
  private passes(asked: AskedRanking, row: number): boolean {
    const { columns } = this;
    return (
      columns.weeklyHours[row]! <= asked.hours &&
      (asked.wantedFen === null || columns.payMaxFen[row]! >= asked.wantedFen) &&
      Math.max(asked.earliest, columns.opensOn[row]!) <= columns.closesOn[row]! &&
      columns.agreementFrom[row]! <= asked.today &&
      asked.today <= columns.agreementTo[row]! &&
      columns.required.isWithin(row, asked.qualifications) &&
      columns.demands.countWith(row, asked.limits) === 0
    );
  }

  private score(asked: AskedRanking, bucket: number, base: number, row: number): number {
    const { columns } = this;
    return (
      base +
      asked.shiftAndHours(this.buckets, bucket, columns.weeklyHours[row]!) +
      asked.pay(columns.payMinFen[row]!) +
      asked.skillPoints(columns.listed.countWith(row, asked.skills), columns.listed.count(row)) +
      asked.benefitPoints(columns.benefits.countWith(row, asked.benefits))
    );
  }

  private newRow(): number {
    if (this.end === this.columns.capacity) this.columns.grow(this.end * 2);
    return this.end++;
  }
}

/** The numbers of buckets, those that can score most first: by counting, since scores are small whole numbers. */
function bySize(most: Int32Array): Int32Array {
  const starts = new Int32Array(SCORE_MAX + 2);
  for (const score of most) starts[SCORE_MAX - score + 1]! += 1;
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const order = new Int32Array(most.length);
  for (let bucket = 0; bucket < most.length; bucket++) order[starts[SCORE_MAX - most[bucket]!]!++] = bucket;
  return order;
}
