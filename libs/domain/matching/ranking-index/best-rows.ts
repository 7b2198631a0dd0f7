/** The best rows met so far, best first, ties by the order of ids. */
export class BestRows {
  readonly rows: number[] = [];
  readonly scores: number[] = [];

  constructor(
    private readonly most: number,
    private readonly compareIds: (a: number, b: number) => number,
  ) {}

  /** A score below this can enter no more; 0 while there is room. */
  get least(): number {
    return this.rows.length < this.most ? 0 : this.scores[this.most - 1]!;
  }

  /** The last of the best; null while there is room. */
  get last(): number | null {
    return this.rows.length < this.most ? null : this.rows[this.most - 1]!;
  }

  /** Takes a row in where it is among the best. */
  offer(row: number, score: number): void {
    const { rows, scores, most } = this;
    if (rows.length === most && !this.isBefore(row, score, most - 1)) return;
    if (rows.length < most) {
      rows.push(row);
      scores.push(score);
    }
    let at = rows.length - 1;
    for (; at > 0 && this.isBefore(row, score, at - 1); at--) {
      rows[at] = rows[at - 1]!;
      scores[at] = scores[at - 1]!;
    }
    rows[at] = row;
    scores[at] = score;
  }

  private isBefore(row: number, score: number, at: number): boolean {
    const other = this.scores[at]!;
    return score === other ? this.compareIds(row, this.rows[at]!) < 0 : score > other;
  }
}
