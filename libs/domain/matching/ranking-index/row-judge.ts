import type { AskedRanking } from './asked-ranking';
import type { BestRows } from './best-rows';
import type { Stretch } from './best-first';
import type { PositionColumns } from './position-columns';
import type { Runs } from './runs';

const LAST_ID = 0xffff_ffff;

/** Judges rows, cheapest question first, and offers those that are wanted to the best. */
export class RowJudge {
  private readonly wantedFen: number;
  /** The first digits of ids beyond which none is of use. */
  private lastId = LAST_ID;

  constructor(
    private readonly asked: AskedRanking,
    private readonly columns: PositionColumns,
    private readonly runs: Runs,
    private readonly best: BestRows,
  ) {
    this.wantedFen = asked.wantedFen ?? -Infinity;
  }

  /** Judges the rows of a stretch; runs of these townships are left out where it is far. */
  judge(stretch: Stretch, isNear: Uint8Array): void {
    if (this.asked.isFeasible && stretch.hasFailed) return;
    this.narrow(stretch);
    const { next } = this.runs;
    const [starts, counts, heads] = [this.runs.starts.values, this.runs.counts.values, this.runs.heads.values];
    const [townshipOf, leastIds] = [this.runs.townshipOf.values, this.runs.leastIds.values];
    const required = this.columns.required.firstWord;
    const ids = this.columns.ids.firstWords;
    const lacking = this.asked.isFeasible ? ~this.asked.skills[0]! : 0;
    const { isFar } = stretch;
    const { values: runs, length } = stretch.runs;
    for (let at = 0; at < length; at++) {
      const run = runs[at]!;
      if (leastIds[run]! >>> 0 > this.lastId || (isFar && isNear[townshipOf[run]!] === 1)) continue;
      const start = starts[run]!;
      const end = start + counts[run]!;
      for (let row = start; row < end; row++)
        if (ids[row]! <= this.lastId && (required[row]! & lacking) === 0) this.judgeRow(stretch, row);
      for (let row = heads[run]!; row >= 0; row = next[row]!) this.judgeRow(stretch, row);
    }
  }

  /** Where the rows of a stretch can but equal the last of the best, only ids that come before it are of use. */
  private narrow({ most }: Stretch): void {
    const { best, columns } = this;
    this.lastId = best.last === null || most > best.least ? LAST_ID : columns.ids.firstWords[best.last]!;
  }

  private judgeRow(stretch: Stretch, row: number): void {
    const { asked, columns, best } = this;
    const { least } = best;
    const plain =
      stretch.base + stretch.shift[columns.weeklyHours[row]!]! + asked.pay(columns.payMinFen[row]!) + asked.mostOfLists;
    if (plain < least) return;
    const score = plain - asked.mostOfLists + this.listPoints(row);
    if (score < least) return;
    if (asked.isFeasible !== (!stretch.hasFailed && this.passes(row))) return;
    best.offer(row, score);
    this.narrow(stretch);
  }

  private listPoints(row: number): number {
    const { asked, columns } = this;
    const skills = asked.skillPoints(columns.listed.countWith(row, asked.skills), columns.listed.count(row));
    return skills + asked.benefitPoints(columns.benefits.countWith(row, asked.benefits));
  }

  /** The hard checks that are a row's own. */
  private passes(row: number): boolean {
    const { asked, columns } = this;
    return (
      columns.required.isWithin(row, asked.skills) &&
      columns.certificates.isWithin(row, asked.certificates) &&
      !columns.demands.meets(row, asked.limits) &&
      columns.weeklyHours[row]! <= asked.hours &&
      columns.payMaxFen[row]! >= this.wantedFen &&
      Math.max(asked.earliest, columns.opensOn[row]!) <= columns.closesOn[row]! &&
      columns.agreementFrom[row]! <= asked.today &&
      asked.today <= columns.agreementTo[row]!
    );
  }
}
