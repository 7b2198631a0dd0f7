import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { ASKED_COLUMNS, askedSql, rankedSql } from './ranking-sql';

/** What a ranking asks of a client, with the weights of her county. */
export interface AskedClient {
  readonly township: string;
  readonly skills: readonly string[];
  readonly desired_occupations: readonly string[];
  readonly min_acceptable_pay_fen: number | null;
  readonly weekly_hours_available: number;
  readonly wished_shifts: readonly string[];
  readonly shift_limits: readonly string[];
  readonly wished_benefits: readonly string[];
  readonly travel_limit_minutes: number;
  readonly capacity_limits: readonly string[];
  readonly available_from: Day | null;
  /** Those that are valid today. */
  readonly valid_certificates: readonly string[];
  readonly w_skills: number;
  readonly w_occupation: number;
  readonly w_commute: number;
  readonly w_pay: number;
  readonly w_shift: number;
  readonly w_benefits: number;
}

/** What is wanted of a ranking: what passes every check, or what fails at least one, and how many. */
export interface RankingRequest {
  readonly isFeasible: boolean;
  readonly first: number;
}

interface RankedRow {
  readonly looked_up: number;
  readonly least: number | null;
  readonly id: string | null;
  readonly score: number | null;
}

/** How many are looked up for each that is wanted, and how many times as many where that was not enough. */
const LOOKED_UP_EACH = 30;
const MORE = 8;

/** Ranks positions where they are: PostgreSQL is the truth and the default ranker. */
@Injectable()
export class RankingRepository {
  /** The client of a ranking; null where she is not visible or objects to ranking. */
  async asked(tx: Tx, clientId: string): Promise<AskedClient | null> {
    const visible = visibleTo(tx, 'client', 'c', { parameter: 3 });
    const [row] = await tx.query<AskedClient>(askedSql(visible.sql), [
      dayOf(tx.now),
      tx.actor.countyId,
      visible.value,
      clientId,
    ]);
    return row ?? null;
  }

  /** Ids of the best open positions for a client, best first, ties by id. */
  async ranked(tx: Tx, asked: AskedClient, { isFeasible, first }: RankingRequest): Promise<string[]> {
    const gain = asked.w_skills + asked.w_benefits;
    for (let lookedUp = first * LOOKED_UP_EACH; ; lookedUp *= MORE) {
      const rows = await tx.query<RankedRow>(rankedSql(isFeasible), [
        dayOf(tx.now),
        tx.actor.countyId,
        lookedUp,
        first,
        ...ASKED_COLUMNS.map(([name]) => asked[name]),
      ]);
      if (isCertain(rows, { lookedUp, first, gain })) return rows.flatMap(({ id }) => (id === null ? [] : [id]));
    }
  }
}

/** True where nothing that was not looked up can stand among the first: it has too few points even with all it could gain. */
function isCertain(
  rows: readonly RankedRow[],
  { lookedUp, first, gain }: { readonly lookedUp: number; readonly first: number; readonly gain: number },
): boolean {
  const [head] = rows;
  if (head === undefined || head.least === null || head.looked_up < lookedUp) return true;
  const last = rows[first - 1]?.score ?? null;
  return last !== null && last > head.least + gain;
}
