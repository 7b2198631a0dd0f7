import type { AskedRanking, RankingQuestion } from './asked-ranking';

import { Numbers } from './numbers';
import type { Runs } from './runs';

/** Runs whose rows share all points but those of hours, pay, skills and benefits. */
export interface Stretch {
  /** The most that a row can score. */
  readonly most: number;
  /** The points that every row has. */
  readonly base: number;
  /** Points of shift and hours by weekly hours. */
  readonly shift: Int32Array;
  /** Every row fails a hard check: the way, or the shift. */
  readonly hasFailed: boolean;
  /** Runs of townships within reach are not of this stretch, though they stand in its list. */
  readonly isFar: boolean;
  readonly runs: Numbers;
}

/** Kinds of work that give a client the same points: a few, however many occupations there are. */
interface Taste {
  readonly points: number;
  readonly most: number;
  readonly shift: Int32Array;
  readonly isBarred: boolean;
  readonly works: number[];
}

interface Near {
  readonly township: number;
  readonly points: number;
}

/**
 * Gives the runs in the order of the most that their rows can score, for as long as it is asked to go on: a merge of a
 * few kinds of work over the townships within reach, nearest first, so that what is never reached is never looked at.
 */
export class BestFirst {
  /** By township: within reach. */
  readonly isNear: Uint8Array;
  private readonly near: readonly Near[];
  private readonly tastes: readonly Taste[];
  private readonly tasteOf: Int32Array;
  private readonly sorted = new Map<number, readonly Numbers[]>();

  constructor(
    private readonly asked: AskedRanking,
    { client, minutes }: RankingQuestion,
    private readonly runs: Runs,
  ) {
    this.isNear = new Uint8Array(runs.townships.size);
    this.near = this.townshipsWithin(client.travelLimitMinutes, minutes);
    this.tasteOf = new Int32Array(runs.workCount);
    this.tastes = this.tasted();
  }

  /** The stretches, those that can score most first. */
  *stretches(): Generator<Stretch, void> {
    const { near, tastes, asked } = this;
    const last = near.length + (asked.isFeasible && asked.hasRadius ? 0 : 1);
    const places = new Int32Array(tastes.length);
    for (;;) {
      let most = -1;
      let taste = -1;
      for (let one = 0; one < tastes.length; one++) {
        if (places[one]! >= last) continue;
        const bound = tastes[one]!.most + (near[places[one]!]?.points ?? 0);
        if (bound <= most) continue;
        most = bound;
        taste = one;
      }
      if (taste < 0) return;
      const township = near[places[taste]!++];
      if (township === undefined) yield* this.farStretches(taste, most);
      else yield this.nearStretch(taste, township, most);
    }
  }

  private nearStretch(taste: number, { township, points: commute }: Near, most: number): Stretch {
    const { points, shift, isBarred } = this.tastes[taste]!;
    const runs = this.sortedRuns(township)[taste]!;
    return { most, base: points + commute, shift, hasFailed: isBarred, isFar: false, runs };
  }

  private *farStretches(taste: number, most: number): Generator<Stretch, void> {
    const { points, shift, isBarred, works } = this.tastes[taste]!;
    const hasFailed = isBarred || this.asked.hasRadius;
    for (const work of works)
      yield { most, base: points, shift, hasFailed, isFar: true, runs: this.runs.runsOfWork(work) };
  }

  /** The runs of a township by taste, sorted when they are first asked for. */
  private sortedRuns(township: number): readonly Numbers[] {
    const known = this.sorted.get(township);
    if (known !== undefined) return known;
    const sorted = this.tastes.map(() => new Numbers());
    const runs = this.runs.runsOfTownship(township);
    for (let at = 0; at < runs.length; at++) {
      const taste = this.tasteOf[this.runs.workOf.at(runs.at(at))]!;
      if (taste >= 0) sorted[taste]!.push(runs.at(at));
    }
    this.sorted.set(township, sorted);
    return sorted;
  }

  private townshipsWithin(limit: number, minutes: ReadonlyMap<string, number>): readonly Near[] {
    const near: Near[] = [];
    for (const [code, far] of minutes) {
      if (far > limit) continue;
      const township = this.runs.townships.find(code);
      if (township === null) continue;
      this.isNear[township] = 1;
      near.push({ township, points: this.asked.commute(far) });
    }
    return near.sort((a, b) => b.points - a.points);
  }

  /** Kinds of work by what they give; work of a barred shift has no taste where only what passes is asked for. */
  private tasted(): Taste[] {
    const { asked, runs } = this;
    const occupations = [...runs.occupations.codes()].map((code) => asked.occupation(code));
    const shifts = [...runs.shifts.codes()];
    const isWished = shifts.map((shift) => asked.isWished(shift));
    const isBarred = shifts.map((shift) => asked.isBarred(shift));
    const numbers = new Map<string, number>();
    const tastes: Taste[] = [];
    for (let work = 0; work < runs.workCount; work++) {
      const shift = runs.shiftOf.at(work);
      const points = occupations[runs.occupationOf.at(work)]!;
      this.tasteOf[work] = -1;
      if (asked.isFeasible && isBarred[shift]!) continue;
      const key = `${points} ${isWished[shift]!} ${isBarred[shift]!}`;
      const taste = numbers.get(key) ?? tastes.length;
      numbers.set(key, taste);
      tastes[taste] ??= this.tasteFor(points, isWished[shift]!, isBarred[shift]!);
      tastes[taste].works.push(work);
      this.tasteOf[work] = taste;
    }
    return tastes;
  }

  private tasteFor(points: number, isWished: boolean, isBarred: boolean): Taste {
    const { asked } = this;
    const most = points + asked.mostOfShift(isWished) + asked.mostOfPay + asked.mostOfLists;
    return { points, most, shift: asked.shiftAndHours(isWished), isBarred, works: [] };
  }
}
