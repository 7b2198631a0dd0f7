import { Injectable } from '@nestjs/common';
import { dayOf, isDay, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome, type Refusal } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { ContractChanged } from './placements.jobs';
import { PlacementsRepository, type ContractTerms, type PlacementRow } from './placements.repository';

/** Why terms were not recorded. */
export type ContractTermsCode =
  'NOT_FOUND' | 'STALE_VERSION' | 'NOT_A_DATE' | 'SIGNED_IN_FUTURE' | 'PROBATION_BEFORE_START' | 'OUT_OF_RANGE';

const PAY_FEN = { min: 1, max: 10_000_000 };
const CYCLE_DAYS = { min: 1, max: 31 };

/** Takes down what a signed contract says, from the paper; months that were checked without it are checked again. */
@Injectable()
export class ContractTermsService {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Records the terms of one placement. */
  async record(
    tx: Tx,
    id: string,
    expectedVersion: number,
    terms: ContractTerms,
  ): Promise<Outcome<{ id: string }, ContractTermsCode>> {
    await this.placements.lock(tx, id);
    const [row] = await this.placements.byIds(tx, [id]);
    if (row === undefined) return refused(refusal('NOT_FOUND', ['id']));
    if (row.version !== expectedVersion)
      return refused(refusal('STALE_VERSION', ['id'], { currentVersion: row.version }));
    const refusals = refusalsOf(terms, row, dayOf(tx.now));
    if (refusals.length > 0) return refused(...refusals);
    if (!(await this.placements.recordTerms(tx, row, terms)))
      return refused(refusal('STALE_VERSION', ['id'], { currentVersion: row.version }));
    await this.outbox.add(tx, ContractChanged, { subjectId: id, data: {} });
    await this.audit.record(tx, {
      action: 'placement.contract-recorded',
      subjectType: 'placement',
      subjectId: id,
      fields: ['contractSignedOn', 'overtimeBase', 'lowestSameJob', 'payCycleDays', 'probationEndOn'],
    });
    return done({ id });
  }
}

function refusalsOf(
  terms: ContractTerms,
  { hireDate }: PlacementRow,
  today: Day,
): readonly Refusal<ContractTermsCode>[] {
  const { signedOn, overtimeBaseFen, lowestSameJobFen, payCycleDays, probationEndOn } = terms;
  const at = (field: string): string[] => ['input', field];
  const isOutside = (value: number | null, { min, max }: typeof PAY_FEN): boolean =>
    value !== null && !(value >= min && value <= max);
  const found: (Refusal<ContractTermsCode> | null)[] = [
    signedOn !== null && !isDay(signedOn) ? refusal('NOT_A_DATE', at('signedOn')) : null,
    signedOn !== null && signedOn > today ? refusal('SIGNED_IN_FUTURE', at('signedOn')) : null,
    isOutside(overtimeBaseFen, PAY_FEN) ? refusal('OUT_OF_RANGE', at('overtimeBase'), PAY_FEN) : null,
    isOutside(lowestSameJobFen, PAY_FEN) ? refusal('OUT_OF_RANGE', at('lowestSameJob'), PAY_FEN) : null,
    isOutside(payCycleDays, CYCLE_DAYS) ? refusal('OUT_OF_RANGE', at('payCycleDays'), CYCLE_DAYS) : null,
    probationEndOn !== null && !isDay(probationEndOn) ? refusal('NOT_A_DATE', at('probationEndOn')) : null,
    probationEndOn !== null && probationEndOn < hireDate
      ? refusal('PROBATION_BEFORE_START', at('probationEndOn'))
      : null,
  ];
  return found.filter((one) => one !== null);
}
