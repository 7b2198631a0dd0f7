import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { isDay, type Day } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import { done, refusal, refused, type Outcome, type Refusal } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { MinimumWageChanged } from './parameters.jobs';

/** A row of the county's table, with its source. */
export interface MinimumWageEntry {
  readonly id: string;
  readonly effectiveFrom: Day;
  readonly monthlyFen: Fen;
  readonly hourlyFen: Fen;
  readonly excludesEmployeeSi: boolean;
  readonly sourceDoc: string;
  readonly publishedOn: Day | null;
  readonly isVerified: boolean;
}

/** A row as it is to be. */
export type MinimumWageInput = Omit<MinimumWageEntry, 'id'>;

/** Why a row was not kept. */
export type MinimumWageCode =
  'NOT_A_DATE' | 'OUT_OF_RANGE' | 'REQUIRED' | 'TOO_LONG' | 'DAY_TAKEN' | 'DAY_IS_FIXED' | 'NOT_FOUND';

const MONTHLY_FEN = { min: 10_000, max: 2_000_000 };
const HOURLY_FEN = { min: 100, max: 50_000 };
const SOURCE_LENGTH = 200;

const COLUMNS = `w.id, w.effective_from::text as "effectiveFrom", w.monthly_fen::float8 as "monthlyFen", w.hourly_fen::float8 as "hourlyFen",
  w.excludes_employee_si as "excludesEmployeeSi", w.source_doc as "sourceDoc", w.published_on::text as "publishedOn", w.verified as "isVerified"`;

/** Keeps the minimum wage of the county's region: dated rows with their source, each confirmed or not. */
@Injectable()
export class MinimumWagesService {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The county's rows, latest first. */
  all(tx: Tx): Promise<MinimumWageEntry[]> {
    return tx.query(
      `select ${COLUMNS} from minimum_wage w join county c on c.code = w.region_code where c.id = $1 order by w.effective_from desc`,
      [tx.actor.countyId],
    );
  }

  /** Adds a row. */
  async add(tx: Tx, input: MinimumWageInput): Promise<Outcome<{ id: string }, MinimumWageCode>> {
    const refusals = refusalsOf(input);
    if (refusals.length > 0) return refused(...refusals);
    const taken = (await this.all(tx)).some(({ effectiveFrom }) => effectiveFrom === input.effectiveFrom);
    if (taken) return refused(refusal('DAY_TAKEN', ['input', 'effectiveFrom']));
    return this.keep(tx, uuidv7(), input, true);
  }

  /** Corrects or confirms a row; its first day stays, for months were judged by it. */
  async change(tx: Tx, id: string, input: MinimumWageInput): Promise<Outcome<{ id: string }, MinimumWageCode>> {
    const row = (await this.all(tx)).find((one) => one.id === id);
    if (row === undefined) return refused(refusal('NOT_FOUND', ['id']));
    const refusals = refusalsOf(input);
    if (refusals.length > 0) return refused(...refusals);
    if (row.effectiveFrom !== input.effectiveFrom) return refused(refusal('DAY_IS_FIXED', ['input', 'effectiveFrom']));
    return this.keep(tx, id, input, false);
  }

  private async keep(
    tx: Tx,
    id: string,
    input: MinimumWageInput,
    isNew: boolean,
  ): Promise<Outcome<{ id: string }, MinimumWageCode>> {
    const { effectiveFrom, monthlyFen, hourlyFen, excludesEmployeeSi, sourceDoc, publishedOn, isVerified } = input;
    const [kept] = await tx.query<{ id: string | null }>(
      'select app.keep_minimum_wage($1, $2, $3, $4, $5, $6, $7, $8, $9) as id',
      [id, isNew, effectiveFrom, monthlyFen, hourlyFen, excludesEmployeeSi, sourceDoc.trim(), publishedOn, isVerified],
    );
    if (kept === undefined || kept.id === null) return refused(refusal('NOT_FOUND', ['id']));
    await this.outbox.add(tx, MinimumWageChanged, { subjectId: id, data: { effectiveFrom } });
    await this.audit.record(tx, {
      action: isNew ? 'minimum-wage.added' : 'minimum-wage.changed',
      subjectType: 'minimum_wage',
      subjectId: id,
      fields: ['monthly', 'hourly', 'excludesEmployeeSi', 'source', 'publishedOn', 'verified'],
    });
    return done({ id });
  }
}

function refusalsOf(input: MinimumWageInput): readonly Refusal<MinimumWageCode>[] {
  const at = (field: string) => ['input', field];
  const isWithin = (fen: Fen, { min, max }: typeof MONTHLY_FEN): boolean => fen >= min && fen <= max;
  const source = input.sourceDoc.trim();
  const found: (Refusal<MinimumWageCode> | null)[] = [
    isDay(input.effectiveFrom) ? null : refusal('NOT_A_DATE', at('effectiveFrom')),
    isWithin(input.monthlyFen, MONTHLY_FEN) ? null : refusal('OUT_OF_RANGE', at('monthly'), MONTHLY_FEN),
    isWithin(input.hourlyFen, HOURLY_FEN) ? null : refusal('OUT_OF_RANGE', at('hourly'), HOURLY_FEN),
    source === '' ? refusal('REQUIRED', at('source')) : null,
    [...source].length > SOURCE_LENGTH ? refusal('TOO_LONG', at('source'), { max: SOURCE_LENGTH }) : null,
    input.publishedOn === null || isDay(input.publishedOn) ? null : refusal('NOT_A_DATE', at('publishedOn')),
  ];
  return found.filter((one) => one !== null);
}
