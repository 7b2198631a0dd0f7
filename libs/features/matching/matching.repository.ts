import { Injectable } from '@nestjs/common';
import { addDays, dayOf, type Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';
import type { ScoreWeights } from '#domain/matching/score-weights';
import { CHECKS_SQL, CLIENT_FACTS_SQL, FACTS_SQL, FEASIBLE_SQL, pairsSql, POINTS_SQL, SCORE_SQL } from './match-sql';

/** A judged pair as the database gives it: points, checks, and the figures behind them. */
export interface MatchRow {
  readonly client_id: string;
  readonly position_id: string;
  readonly score: number;
  readonly feasible: boolean;
  readonly minutes: number | null;
  readonly travel_limit: number;
  readonly listed: number;
  readonly met: number;
  readonly wishes: number;
  readonly rank: number | null;
  readonly near: boolean;
  readonly pay_min_fen: number;
  readonly pay_max_fen: number;
  readonly wanted: number | null;
  readonly shift: string;
  readonly shift_wished: boolean;
  readonly hours: number;
  readonly available: number;
  readonly benefits_wished: number;
  readonly benefits_met: number;
  readonly broken: string[];
  readonly certificates_required: number;
  readonly certificates_missing: string[];
  readonly earliest: Day;
  readonly closes_on: Day | null;
  readonly agreement_status: string;
  readonly effective_from: Day;
  readonly effective_to: Day;
  readonly skills_required: number;
  readonly skills_missing: string[];
  readonly p_skills: number;
  readonly p_occupation: number;
  readonly p_commute: number;
  readonly p_pay: number;
  readonly p_shift: number;
  readonly p_benefits: number;
  readonly w_skills: number;
  readonly w_occupation: number;
  readonly w_commute: number;
  readonly w_pay: number;
  readonly w_shift: number;
  readonly w_benefits: number;
  readonly ok_travel: boolean;
  readonly ok_hours: boolean;
  readonly ok_shift: boolean;
  readonly ok_pay: boolean;
  readonly ok_capacity: boolean;
  readonly ok_certificates: boolean;
  readonly ok_start: boolean;
  readonly ok_agreement: boolean;
  readonly ok_skills: boolean;
}

/** Answers in time, of those that were due. */
export interface AnswerRateRow {
  readonly organisationId: string;
  readonly answered: number;
  readonly due: number;
}

/** Days that an answer rate looks back. */
const ANSWER_RATE_DAYS = 90;

/** The best position of a client. */
export interface FirstChoiceRow {
  readonly clientId: string;
  readonly positionId: string;
}

/** Where the weight of each part stands in the facts. */
const WEIGHT_COLUMNS = [
  ['SKILLS', 'w_skills'],
  ['OCCUPATION', 'w_occupation'],
  ['COMMUTE', 'w_commute'],
  ['PAY', 'w_pay'],
  ['SHIFT_AND_HOURS', 'w_shift'],
  ['BENEFITS', 'w_benefits'],
] as const;

const OPEN_POSITION = `p.status = 'PUBLISHED' and exists (
  select from job_slot j where j.county_id = p.county_id and j.position_id = p.id and j.status = 'OPEN')`;

/** Each fact is worked out once: without the fences the planner would copy its query into every part that reads it. */
const judged = (pairs: string): string =>
  `select s.*, (${SCORE_SQL})::int as score, (${FEASIBLE_SQL}) as feasible
     from (select f.*, ${POINTS_SQL}, ${CHECKS_SQL} from (${FACTS_SQL} from ${pairs} offset 0) f offset 0) s`;

/** Every query about matches, by name: the ranking is made where the rows are. */
@Injectable()
export class MatchingRepository {
  /** A client and those of these positions that are open, judged, in no order. */
  judgedOpen(tx: Tx, clientId: string, positionIds: readonly string[]): Promise<MatchRow[]> {
    return tx.query(this.judged(tx, 'c.id = $4', `p.id = any ($5::uuid[]) and ${OPEN_POSITION}`), [
      ...this.context(tx),
      clientId,
      positionIds,
    ]);
  }

  /** The open positions that suit a client who objects to ranking: feasible, in order of title, without a rank. */
  plainForClient(tx: Tx, clientId: string, first: number): Promise<MatchRow[]> {
    return tx.query(
      `select m.* from (${this.judged(tx, 'c.id = $4', OPEN_POSITION)}) m
         join position p on p.county_id = $2 and p.id = m.position_id where m.feasible order by p.title, p.id limit $5`,
      [...this.context(tx), clientId, first],
    );
  }

  /** The best of the visible clients for an open position; who objects to ranking is not among them. */
  forPosition(tx: Tx, positionId: string, first: number): Promise<MatchRow[]> {
    const clients = `not c.objects_to_ranking and exists (
      select from programme_entry e where e.county_id = c.county_id and e.client_id = c.id and e.status = 'ACTIVE')`;
    return tx.query(
      `select * from (${this.judged(tx, clients, `p.id = $4 and ${OPEN_POSITION}`)}) m where m.feasible order by m.score desc, m.client_id limit $5`,
      [...this.context(tx), positionId, first],
    );
  }

  /** One pair, whatever its state, and whether the client objects to ranking; null where the client is not visible. */
  async pair(tx: Tx, clientId: string, positionId: string): Promise<(MatchRow & { objects: boolean }) | null> {
    const [row] = await tx.query<MatchRow & { objects: boolean }>(
      keepPlan(
        `select m.*, o.objects_to_ranking as objects from (${this.judged(tx, 'c.id = $4', 'p.id = $5')}) m
           join client o on o.county_id = $2 and o.id = m.client_id`,
      ),
      [...this.context(tx), clientId, positionId],
    );
    return row ?? null;
  }

  /**
   * Answers of enterprises in the last 90 days: due are those that were answered or whose day has passed, without those
   * that were taken back before it. Only referrals that the actor sees count.
   */
  answerRates(tx: Tx, organisationIds: readonly string[] | null): Promise<AnswerRateRow[]> {
    const today = dayOf(tx.now);
    const visible = visibleTo(tx, 'referral', 'r');
    return tx.query(
      `select r.organisation_id as "organisationId",
              count(*) filter (where (r.answered_at at time zone 'Asia/Shanghai')::date <= r.respond_by)::int as answered,
              count(*)::int as due
         from referral r
        where ${visible.sql} and r.sent_at is not null and r.respond_by >= $2::date
          and (r.answered_at is not null
               or r.respond_by < $3::date
                  and not (r.status in ('WITHDRAWN', 'OBSOLETE', 'DECLINED_BY_CLIENT')
                           and (r.status_changed_at at time zone 'Asia/Shanghai')::date <= r.respond_by))
          and ($4::uuid[] is null or r.organisation_id = any ($4))
        group by r.organisation_id`,
      [visible.value, addDays(today, -ANSWER_RATE_DAYS), today, organisationIds],
    );
  }

  /**
   * The best position of each of up to `most` clients in programme who do not object to ranking, under given weights, or
   * under the county's own where none are given.
   */
  firstChoices(tx: Tx, weights: ScoreWeights | null, most: number): Promise<FirstChoiceRow[]> {
    const clients = `c.id = any (array(
      select o.id from client o join programme_entry e on e.county_id = o.county_id and e.client_id = o.id
       where o.county_id = $2 and e.status = 'ACTIVE' and not o.objects_to_ranking order by o.id limit $4))`;
    const given = weights === null ? [] : WEIGHT_COLUMNS.map(([name]) => weights[name]);
    const weightsSql =
      weights === null
        ? undefined
        : `select ${WEIGHT_COLUMNS.map(([, column], at) => `$${at + 5}::int as ${column}`).join(', ')}`;
    return tx.query(
      `select distinct on (m.client_id) m.client_id as "clientId", m.position_id as "positionId"
         from (${this.judged(tx, clients, OPEN_POSITION, weightsSql)}) m where m.feasible
        order by m.client_id, m.score desc, m.position_id`,
      [...this.context(tx), most, ...given],
    );
  }

  private judged(tx: Tx, clients: string, positions: string, weights?: string): string {
    const visible = visibleTo(tx, 'client', 'c', { parameter: 3 });
    const asked = `select ${CLIENT_FACTS_SQL} from client c where c.county_id = $2 and ${visible.sql} and ${clients} offset 0`;
    return judged(`(${asked}) c join position p on p.county_id = c.county_id ${pairsSql(weights)} where ${positions}`);
  }

  private context(tx: Tx): [Day, string, readonly (string | null)[]] {
    return [dayOf(tx.now), tx.actor.countyId, visibleTo(tx, 'client', 'c', { parameter: 3 }).value];
  }
}
