import { Injectable } from '@nestjs/common';
import type { Day, Month } from '#domain/common/day';
import type { SegregatedPost } from '#domain/pay-equity/segregated-posts';
import { PAY_TASK_KINDS, type PayTaskKind } from '#domain/pay-equity/pay-tasks';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** Something about pay that a supervisor decides and no finding holds. */
export interface PayTaskRow {
  readonly id: string;
  readonly kind: PayTaskKind;
  readonly organisationId: string;
  /** The month it is about; null where it is about none. */
  readonly period: Month | null;
  /** The finding that it follows; null where it follows none. */
  readonly findingId: string | null;
  readonly dueOn: Day;
}

const MOST = 100;

const COLUMNS = `t.id, t.kind, coalesce(f.organisation_id, t.subject_id) as "organisationId", t.due_on::text as "dueOn", f.id as "findingId",
  coalesce(f.period, substring(t.business_key from '-([0-9]{4}-(?:0[1-9]|1[0-2]))$')) as period`;

const FROM = `task t left join pay_finding f on t.subject_type = 'pay_finding' and f.county_id = t.county_id and f.id = t.subject_id`;

/** Every query about a supervisor's tasks about pay, by name. */
@Injectable()
export class PayTasksRepository {
  /** Those that are open, what is due first above. */
  open(tx: Tx): Promise<PayTaskRow[]> {
    const visible = visibleTo(tx, 'task', 't');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and t.status = 'OPEN' and t.kind = any($2) order by t.due_on, t.id limit ${MOST}`,
      [visible.value, PAY_TASK_KINDS],
    );
  }

  /** One of them, open or not; null where there is none to see. */
  async byId(tx: Tx, id: string): Promise<PayTaskRow | null> {
    const visible = visibleTo(tx, 'task', 't');
    const [row] = await tx.query<PayTaskRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and t.kind = any($2) and t.id = $3`,
      [visible.value, PAY_TASK_KINDS, id],
    );
    return row ?? null;
  }

  /** The posts that clients were gathered in, as the latest part over each enterprise and month left them. */
  async segregated(tx: Tx, organisationId: string, period: Month): Promise<SegregatedPost[]> {
    const visible = visibleTo(tx, 'pay_check_part', 'p');
    const [row] = await tx.query<{ segregated: SegregatedPost[] }>(
      `select p.segregated from pay_check_part p join pay_check_run r on r.county_id = p.county_id and r.id = p.run_id
        where ${visible.sql} and p.organisation_id = $2 and r.period = $3 and p.state = 'DONE' order by p.finished_at desc, r.revision desc limit 1`,
      [visible.value, organisationId, period],
    );
    return row?.segregated ?? [];
  }
}
