import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { CHECKS_SQL, CLIENT_FACTS_SQL, FACTS_SQL, pairsSql, POINTS_SQL, SCORE_SQL } from './match-sql';
import { ScoreWeightsService } from './score-weights.service';

/** A client and a position between whom nothing stands but skills and certificates, if anything does. */
export interface LearnablePair {
  readonly clientId: string;
  readonly positionId: string;
  /** Score as it is today. */
  readonly fit: number;
  /** Codes of the skills and certificates that she lacks; empty where she could start. */
  readonly missing: string[];
  readonly closesOn: Day | null;
  readonly agreementTo: Day;
}

/** The checks that no course changes. */
const UNLEARNABLE_SQL =
  's.ok_travel and s.ok_hours and s.ok_shift and s.ok_pay and s.ok_capacity and s.ok_start and s.ok_agreement';

const WEIGHTS = [
  ['SKILLS', 'w_skills'],
  ['OCCUPATION', 'w_occupation'],
  ['COMMUTE', 'w_commute'],
  ['PAY', 'w_pay'],
  ['SHIFT_AND_HOURS', 'w_shift'],
  ['BENEFITS', 'w_benefits'],
] as const;

/** The county's weights as constants $7 to $12: asked once, not for every pair. */
const GIVEN_WEIGHTS = `select ${WEIGHTS.map(([, column], at) => `$${at + 7}::int as ${column}`).join(', ')}`;

/** Necessary and cheap: what fails one of these is not worth the whole judgement, which follows for the others. */
const MAY_SUIT = `t.minutes <= c.travel_limit_minutes and p.weekly_hours <= c.weekly_hours_available
  and not (p.shift = any (c.shift_limits)) and (c.min_acceptable_pay_fen is null or p.pay_max_fen >= c.min_acceptable_pay_fen)
  and not (p.capacity_demands && c.capacity_limits)`;

/** Pairs for the training plan: judged like every other match, but for what can be learnt. */
@Injectable()
export class LearnableMatches {
  constructor(private readonly weights: ScoreWeightsService) {}

  /**
   * Every pair of these clients and positions that fails no check but those of skills and certificates: of each client the
   * `most` that fit best, ties by id. Nobody who objects to ranking is among them.
   */
  async pairs(
    tx: Tx,
    clientIds: readonly string[],
    positionIds: readonly string[],
    most: number,
  ): Promise<LearnablePair[]> {
    if (clientIds.length === 0 || positionIds.length === 0) return [];
    const { weights } = await this.weights.inForce(tx);
    const visible = visibleTo(tx, 'client', 'c', { parameter: 3 });
    const clients = `select ${CLIENT_FACTS_SQL} from client c
      where c.county_id = $2 and ${visible.sql} and c.id = any ($4::uuid[]) and not c.objects_to_ranking offset 0`;
    const facts = `${FACTS_SQL} from (${clients}) c join position p on p.county_id = c.county_id ${pairsSql(GIVEN_WEIGHTS)}
      where p.id = any ($5::uuid[]) and ${MAY_SUIT} offset 0`;
    const judged = `select s.*, (${SCORE_SQL})::int as score
      from (select f.*, ${POINTS_SQL}, ${CHECKS_SQL} from (${facts}) f offset 0) s where ${UNLEARNABLE_SQL}`;
    return tx.query(
      `select m.client_id as "clientId", m.position_id as "positionId", m.score as fit,
              m.certificates_missing || m.skills_missing as missing, m.closes_on::text as "closesOn",
              m.effective_to::text as "agreementTo"
         from (select j.*, row_number() over (partition by j.client_id order by j.score desc, j.position_id) as place
                 from (${judged}) j) m
        where m.place <= $6 order by m.client_id, m.position_id`,
      [
        ...[dayOf(tx.now), tx.actor.countyId, visible.value, clientIds, positionIds, most],
        ...WEIGHTS.map(([name]) => weights[name]),
      ],
    );
  }
}
