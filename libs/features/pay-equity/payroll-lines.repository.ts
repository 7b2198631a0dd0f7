import { Injectable } from '@nestjs/common';
import type { Month } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';

/** A declared line as its enterprise sees it in a list. */
export interface DeclaredLineRow {
  readonly id: string;
  readonly employeeNumber: string;
  readonly jobCode: string;
  readonly baseFen: Fen;
  readonly revision: number;
  /** How often it was replaced. */
  readonly earlierVersions: number;
}

const COLUMNS = `l.id, l.pseudonym as "employeeNumber", l.job_code as "jobCode", l.base_fen::float8 as "baseFen", u.revision,
  (select count(*)::int from payroll_line_version v where v.county_id = l.county_id and v.line_id = l.id) as "earlierVersions"`;
const FROM = 'payroll_line l join payroll_upload u on u.county_id = l.county_id and u.id = l.upload_id';

/** Lines as their own enterprise sees them. */
@Injectable()
export class PayrollLinesRepository {
  /** The lines that count of a month of the actor's own enterprise, by number. */
  async page(tx: Tx, period: Month, { limit, after }: PageRequest): Promise<Page<DeclaredLineRow>> {
    const visible = visibleTo(tx, 'payroll_line', 'l', { parameter: 3 });
    const where = `${visible.sql} and l.organisation_id = $2 and l.period = $1 and not l.is_withdrawn`;
    const parameters = [period, tx.actor.organisationId, visible.value];
    const rows = await tx.query<DeclaredLineRow>(
      `select ${COLUMNS} from ${FROM}
        where ${where} and ($4::text is null or (l.pseudonym collate "C") > $4) order by l.pseudonym collate "C" limit $5`,
      [...parameters, after?.sortKey ?? null, limit + 1],
    );
    const [count] = await tx.query<{ n: number }>(
      `select count(*)::int as n from payroll_line l where ${where}`,
      parameters,
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** One line of the actor's own enterprise; null where there is none. */
  async byId(tx: Tx, id: string): Promise<DeclaredLineRow | null> {
    const visible = visibleTo(tx, 'payroll_line', 'l');
    const [row] = await tx.query<DeclaredLineRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and l.organisation_id = $2 and l.id = $3`,
      [visible.value, tx.actor.organisationId, id],
    );
    return row ?? null;
  }
}
