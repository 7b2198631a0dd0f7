import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { fileOf } from '#domain/group-placement/placement-instance';
import { remainingAfter } from '#domain/group-placement/decisions';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { BatchFilesRepository } from './batch-files.repository';
import { batchReport } from './batch-report';
import { BatchSolvesRepository } from './batch-solves.repository';
import { BatchWhatIf } from './batch-what-if';
import { PlacementBatchesRepository } from './placement-batches.repository';

/** Makes the two files of a batch: the proof that anyone can check, and the report for the committee. */
@Injectable()
export class BatchFilesService {
  constructor(
    private readonly batches: PlacementBatchesRepository,
    private readonly solves: BatchSolvesRepository,
    private readonly whatIf: BatchWhatIf,
    private readonly repository: BatchFilesRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Instance and result in one document, as `cli verify-certificate` reads it: what the decisions left to solve, with its
   * proof. People and positions are numbers; null where there is no result.
   */
  async certificate(tx: Tx, id: string): Promise<object | null> {
    const open = await this.whatIf.open(tx, id);
    if (open === null) return null;
    await this.audit.record(tx, {
      action: 'placement_batch.certificate_fetched',
      subjectType: 'placement_batch',
      subjectId: id,
    });
    const { standing, instance, decisions, before } = open;
    const { inputHash, solverVersion, certificate } = standing;
    const { weightsVersion, readAt } = standing.instance;
    const whole = { placed: before.placed, fit: before.fit, locks: decisions.locks, exclusions: decisions.exclusions };
    return {
      name: id,
      ...fileOf(remainingAfter(instance, decisions)),
      ...certificate,
      batch: { inputHash, solverVersion, weightsVersion, readAt, ...whole },
    };
  }

  /** The report for the committee, without anybody's name but those who worked on it; null where there is no result. */
  async report(tx: Tx, id: string): Promise<Buffer | null> {
    const row = await this.batches.byId(tx, id);
    const outcome = await this.solves.outcome(tx, id);
    if (row === null || row.result === null || outcome === null) return null;
    await this.audit.record(tx, {
      action: 'placement_batch.report_fetched',
      subjectType: 'placement_batch',
      subjectId: id,
    });
    const names = await this.repository.positionNames(
      tx,
      outcome.groups.flatMap(({ positionIds }) => positionIds),
    );
    return batchReport({
      ...row,
      ...row.result,
      ...outcome,
      ...(await this.repository.resultCounts(tx, id)),
      clients: row.clientsTotal,
      caseworkers: row.caseworkersTotal,
      approvedOn: row.approvedAt === null ? null : dayOf(row.approvedAt),
      readOn: dayOf(new Date(outcome.readAt)),
      groups: outcome.groups.map((group) => ({
        ...group,
        positionNames: group.positionIds.map((one) => names.get(one) ?? '—'),
      })),
      overrides: await this.repository.overrideCounts(tx, id),
    });
  }
}
