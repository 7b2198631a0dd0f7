import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import type { ScoreWeights } from '#domain/matching/score-weights';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { CHECKS_SQL, CLIENT_FACTS_SQL, FACTS_SQL, FEASIBLE_SQL, pairsSql, POINTS_SQL, SCORE_SQL } from './match-sql';
import type { MatchRow } from './matching.repository';

/** The feasible pairs of one client: places in the list of positions, rising, and the score of each. */
export interface ClientPairs {
  readonly clientId: string;
  readonly places: number[];
  readonly scores: number[];
}

/** A client and a position. */
export interface ClientPosition {
  readonly clientId: string;
  readonly positionId: string;
}

const WEIGHTS = [
  ['SKILLS', 'w_skills'],
  ['OCCUPATION', 'w_occupation'],
  ['COMMUTE', 'w_commute'],
  ['PAY', 'w_pay'],
  ['SHIFT_AND_HOURS', 'w_shift'],
  ['BENEFITS', 'w_benefits'],
] as const;

/** The county's weights as constants $4 to $9: asked once, not for every pair. */
const GIVEN_WEIGHTS = `select ${WEIGHTS.map(([, column], at) => `$${at + 4}::int as ${column}`).join(', ')}`;

/** Necessary and cheap: what fails one of these is not worth the whole judgement, which follows for the others. */
const MAY_SUIT = `t.minutes <= c.travel_limit_minutes and p.weekly_hours <= c.weekly_hours_available
  and not (p.shift = any (c.shift_limits)) and (c.min_acceptable_pay_fen is null or p.pay_max_fen >= c.min_acceptable_pay_fen)
  and p.required_skills <@ c.skills and not (p.capacity_demands && c.capacity_limits)`;

const CHECKS = ['travel', 'hours', 'shift', 'pay', 'capacity', 'certificates', 'start', 'agreement', 'skills'];
const FAILING = CHECKS.map((check) => `(not s.ok_${check})::int`).join(' + ');

/** The clients who are asked about; her certificates are looked up once, not for every position. */
const clients = (where: string): string =>
  `(select ${CLIENT_FACTS_SQL} from client c where c.county_id = $2 and ${where} offset 0) c`;

/** Each fact is worked out once: without the fences the planner would copy its query into every part that reads it. */
const judged = (from: string, where = 'true'): string =>
  `select s.*, (${SCORE_SQL})::int as score, (${FEASIBLE_SQL}) as feasible
     from (select f.*, ${POINTS_SQL}, ${CHECKS_SQL}
             from (${FACTS_SQL.replace('select', 'select k.place,')} from ${from} ${pairsSql(GIVEN_WEIGHTS)} where ${where} offset 0) f
           offset 0) s`;

const cohort = (where: string): string => `${clients(where)}
  join position p on p.county_id = c.county_id
  join unnest($10::uuid[]) with ordinality as k (position_id, place) on k.position_id = p.id`;

const chosen = (
  where: string,
): string => `unnest($10::uuid[], $11::uuid[]) with ordinality as k (client_id, position_id, place)
  join ${clients(where)} on c.id = k.client_id
  join position p on p.county_id = c.county_id and p.id = k.position_id`;

/** Judges a whole cohort at once, under the weights that are given. */
@Injectable()
export class CohortMatchesRepository {
  /** Every feasible pair of these clients and positions, by client, in one statement; who has none is missing. */
  feasible(
    tx: Tx,
    clientIds: readonly string[],
    positionIds: readonly string[],
    weights: ScoreWeights,
  ): Promise<ClientPairs[]> {
    const asked = `${this.visible(tx)} and c.id = any ($11::uuid[]) and not c.objects_to_ranking`;
    return tx.query<ClientPairs>(
      `select m.client_id as "clientId", array_agg(m.place::int - 1 order by m.place) as places,
              array_agg(m.score order by m.place) as scores
         from (${judged(cohort(asked), MAY_SUIT)}) m where m.feasible group by m.client_id`,
      [...this.context(tx, weights), positionIds, clientIds],
    );
  }

  /** These pairs, judged as they stand now, feasible or not. */
  pairs(tx: Tx, pairs: readonly ClientPosition[], weights: ScoreWeights): Promise<MatchRow[]> {
    if (pairs.length === 0) return Promise.resolve([]);
    return tx.query<MatchRow>(judged(chosen(`${this.visible(tx)} and c.id = any ($10::uuid[])`)), [
      ...this.context(tx, weights),
      pairs.map(({ clientId }) => clientId),
      pairs.map(({ positionId }) => positionId),
    ]);
  }

  /** For each of these clients the position that comes nearest: fewest failing checks, then the best score. */
  nearest(
    tx: Tx,
    clientIds: readonly string[],
    positionIds: readonly string[],
    weights: ScoreWeights,
  ): Promise<MatchRow[]> {
    const asked = `${this.visible(tx)} and c.id = any ($11::uuid[]) and not c.objects_to_ranking`;
    return tx.query<MatchRow>(
      `select distinct on (s.client_id) s.* from (${judged(cohort(asked))}) s where not s.feasible
        order by s.client_id, ${FAILING}, s.score desc, s.position_id`,
      [...this.context(tx, weights), positionIds, clientIds],
    );
  }

  private visible(tx: Tx): string {
    return visibleTo(tx, 'client', 'c', { parameter: 3 }).sql;
  }

  private context(tx: Tx, weights: ScoreWeights): unknown[] {
    const who = visibleTo(tx, 'client', 'c', { parameter: 3 }).value;
    return [dayOf(tx.now), tx.actor.countyId, who, ...WEIGHTS.map(([name]) => weights[name])];
  }
}
