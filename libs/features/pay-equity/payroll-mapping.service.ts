import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { PAYROLL_COLUMNS } from '#domain/imports/column-tables';
import { Audit } from '#platform/audit/audit';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { PayrollMapping } from './payroll-mapping.entity';

/** One of an enterprise's own columns, and which of ours it is. */
export interface MatchedColumn {
  readonly header: string;
  /** Null = the column is left out. */
  readonly key: string | null;
}

/** Why a mapping was not kept. */
export type MappingCode = 'TOO_MANY_COLUMNS' | 'HEADER_NOT_ALLOWED' | 'UNKNOWN_COLUMN' | 'COLUMN_TWICE';

const MOST_COLUMNS = 200;
const HEADER_LENGTH = 60;
const KEYS: ReadonlySet<string> = new Set(PAYROLL_COLUMNS.map(({ key }) => key));

/** Remembers which of its own columns an enterprise matched to which of ours. */
@Injectable()
export class PayrollMappingService {
  constructor(private readonly audit: Audit) {}

  /** The actor's own enterprise's mapping; empty before the first. */
  async ofOwnEnterprise(tx: Tx): Promise<readonly MatchedColumn[]> {
    const visible = visibleTo(tx, 'payroll_mapping', 'm');
    const [row] = await tx.query<{ headers: MatchedColumn[] }>(
      `select m.headers from payroll_mapping m where ${visible.sql} and m.organisation_id = $2`,
      [visible.value, tx.actor.organisationId],
    );
    return row?.headers ?? [];
  }

  /** Keeps a mapping in place of the one before; gives the enterprise's id. */
  async remember(
    tx: Tx,
    columns: readonly MatchedColumn[],
  ): Promise<Outcome<{ id: string }, MappingCode | 'NOT_FOUND'>> {
    const { organisationId } = tx.actor;
    if (organisationId === null) return refused(refusal('NOT_FOUND', []));
    const code = refusalCodeOf(columns);
    if (code !== null) return refused(refusal(code, ['columns']));
    const headers = columns.map(({ header, key }) => ({ header: header.trim(), key }));
    const replaced = await tx.query(
      `update payroll_mapping set headers = $3::jsonb, version = version + 1
        where county_id = $1 and organisation_id = $2 returning id`,
      [tx.actor.countyId, organisationId, JSON.stringify(headers)],
    );
    if (replaced.length === 0) {
      const row = { countyId: tx.actor.countyId, id: uuidv7(), organisationId, headers, createdAt: tx.now };
      await tx.manager.insert(PayrollMapping, row);
    }
    await this.audit.record(tx, {
      action: 'payroll.columns-matched',
      subjectType: 'organisation',
      subjectId: organisationId,
      fields: ['headers'],
    });
    return done({ id: organisationId });
  }
}

const IDENTITY_NUMBER = /\d{17}[\dXx]/;

function refusalCodeOf(columns: readonly MatchedColumn[]): MappingCode | null {
  if (columns.length > MOST_COLUMNS) return 'TOO_MANY_COLUMNS';
  const isBad = ({ header }: MatchedColumn): boolean =>
    header.trim() === '' || [...header].length > HEADER_LENGTH || IDENTITY_NUMBER.test(header);
  if (columns.some(isBad)) return 'HEADER_NOT_ALLOWED';
  const keys = columns.flatMap(({ key }) => (key === null ? [] : [key]));
  if (keys.some((key) => !KEYS.has(key))) return 'UNKNOWN_COLUMN';
  return new Set(keys).size < keys.length ? 'COLUMN_TWICE' : null;
}
