import { Injectable } from '@nestjs/common';
import type { Month } from '#domain/common/day';
import type { RunState } from '#domain/common/run-lifecycle';
import { PAY_RULES_VERSION } from '#domain/pay-equity/pay-check';
import { visibleTo } from '#platform/access/visible';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';
import type { RunCause } from './pay-check-run.entity';
import { IN_PERIOD } from './placements-in-period';

/** A run as read. */
export interface PayCheckRunRow {
  readonly id: string;
  readonly period: Month;
  readonly revision: number;
  readonly cause: RunCause;
  readonly state: RunState;
  readonly linesExpected: number;
  readonly linesReceived: number;
  readonly compliant: number;
  readonly review: number;
  readonly findings: number;
  readonly insufficient: number;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

const COLUMNS = `r.id, r.period, r.revision, r.cause, r.state, r.lines_expected as "linesExpected", r.lines_received as "linesReceived",
  r.compliant, r.review, r.findings, r.insufficient, r.started_at as "startedAt", r.finished_at as "finishedAt"`;

/** Every query about pay-check runs, by name. */
@Injectable()
export class PayCheckRunsRepository {
  /** Inserts the next revision of a month and gives the key that names it on the queue. Of two at once the second meets the key (period, revision). */
  async insertNext(tx: Tx, run: { id: string; period: Month; cause: RunCause }): Promise<string> {
    const [row] = await tx.query<{ runKey: string }>(
      `insert into pay_check_run (county_id, id, period, revision, cause, state, rule_version, requested_by_membership_id, created_at)
       select $1::uuid, $2::uuid, $3, coalesce(max(revision), 0) + 1, $4, 'QUEUED', $5::int, $6::uuid, $7::timestamptz
         from pay_check_run where county_id = $1 and period = $3
       returning 'equal-pay-' || (select code from county where id = $1) || '-' || period || '-' || revision as "runKey"`,
      [tx.actor.countyId, run.id, run.period, run.cause, PAY_RULES_VERSION, tx.actor.membershipId, tx.now],
    );
    if (row === undefined) throw new Error('A run was not inserted.');
    return row.runKey;
  }

  /** The runs, latest first. */
  latest(tx: Tx, limit: number): Promise<PayCheckRunRow[]> {
    const visible = visibleTo(tx, 'pay_check_run', 'r');
    return tx.query(
      `select ${COLUMNS} from pay_check_run r where ${visible.sql} order by r.created_at desc, r.id desc limit $2`,
      [visible.value, limit],
    );
  }

  /** The latest run over a month; null where there is none. */
  async latestOf(tx: Tx, period: Month): Promise<PayCheckRunRow | null> {
    const visible = visibleTo(tx, 'pay_check_run', 'r');
    const [row] = await tx.query<PayCheckRunRow>(
      `select ${COLUMNS} from pay_check_run r where ${visible.sql} and r.period = $2 order by r.revision desc limit 1`,
      [visible.value, period],
    );
    return row ?? null;
  }

  /** One run, or null. */
  async byId(tx: Tx, id: string): Promise<PayCheckRunRow | null> {
    const visible = visibleTo(tx, 'pay_check_run', 'r');
    const [row] = await tx.query<PayCheckRunRow>(
      `select ${COLUMNS} from pay_check_run r where ${visible.sql} and r.id = $2`,
      [visible.value, id],
    );
    return row ?? null;
  }

  /**
   * One run, locked until the transaction ends; null where there is none. Not its key: the results of other parts hold
   * that through their foreign key, and two parts that end at once would wait for each other.
   */
  async lock(tx: Tx, id: string): Promise<PayCheckRunRow | null> {
    const [row] = await tx.query<PayCheckRunRow>(
      keepPlan(`select ${COLUMNS} from pay_check_run r where r.county_id = $2 and r.id = $1 for no key update`),
      [id, tx.actor.countyId],
    );
    return row ?? null;
  }

  /** True where the month's own run was set off before. */
  async hasMonthlyRun(tx: Tx, period: Month): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from pay_check_run where county_id = $2 and period = $1 and cause = 'MONTHLY' limit 1`,
      [period, tx.actor.countyId],
    );
    return rows.length > 0;
  }

  /** True where anybody was at work in an enterprise in that month. */
  async hasPlacements(tx: Tx, period: Month): Promise<boolean> {
    const rows = await tx.query(`select 1 from placement p where p.county_id = $2 and ${IN_PERIOD} limit 1`, [
      period,
      tx.actor.countyId,
    ]);
    return rows.length > 0;
  }

  /** Marks a run as running; a retried one keeps its start. */
  async start(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update pay_check_run set state = 'RUNNING', started_at = coalesce(started_at, $2), version = version + 1
        where id = $1 and state in ('QUEUED', 'RUNNING')`,
      [id, tx.now],
    );
  }

  /** Ends a run with the month as it now stands in the whole county; what was never judged counts as insufficient. */
  async finish(tx: Tx, id: string, period: Month): Promise<void> {
    await tx.query(
      `update pay_check_run set state = 'DONE', finished_at = $3, version = version + 1, lines_expected = n.expected,
              lines_received = n.received, compliant = n.compliant, review = n.review, findings = n.findings,
              insufficient = n.expected - n.compliant - n.review - n.findings
         from (select count(*) as expected, count(r.payroll_line_id) as received,
                      count(*) filter (where r.verdict = 'COMPLIANT') as compliant,
                      count(*) filter (where r.verdict in ('REVIEW', 'SEGREGATED_POST')
                                          or r.verdict = 'DISPARITY_INDICATED' and f.id is null) as review,
                      count(*) filter (where r.verdict = 'VIOLATION'
                                          or r.verdict = 'DISPARITY_INDICATED' and f.id is not null) as findings
                 from placement p
                 left join pay_check_result r on r.county_id = p.county_id and r.placement_id = p.id and r.period = $1 and r.is_current
                 left join pay_finding f on f.county_id = p.county_id and f.placement_id = p.id and f.period = $1
                                        and f.rule_code = 'COMPARATOR_GAP' and f.status <> 'SUPERSEDED'
                where p.county_id = $4 and ${IN_PERIOD}) n
        where county_id = $4 and id = $2`,
      [period, id, tx.now, tx.actor.countyId],
    );
  }
}
