import { Injectable } from '@nestjs/common';
import { addMonths, dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { needsSlotDecision, REPEAT_MONTHS } from '#domain/pay-equity/finding-clocks';
import { AgreementsReader, AgreementsService } from '#features/agreements';
import type { Tx } from '#platform/database/transaction';
import { FindingDueRepository } from './finding-due.repository';

/** An enterprise about whose new slots a supervisor decides. */
export interface SlotDecisionRow {
  readonly organisationId: string;
  /** Confirmed in half a year. */
  readonly confirmed: number;
  readonly hasUnremediedCritical: boolean;
  readonly isSuspended: boolean;
}

/** Decides about new slots of enterprises with repeated findings; who works there stays and is supported as before. */
@Injectable()
export class SlotDecisionsService {
  constructor(
    private readonly findings: FindingDueRepository,
    private readonly agreements: AgreementsService,
    private readonly reader: AgreementsReader,
  ) {}

  /** Enterprises that the repeat rule names, and those whose agreements are suspended. */
  async list(tx: Tx): Promise<SlotDecisionRow[]> {
    const today = dayOf(tx.now);
    const confirmed = await this.findings.confirmedByEnterprise(tx, addMonths(today, -REPEAT_MONTHS));
    const suspended = new Set(
      (await this.reader.all(tx)).filter(({ status }) => status === 'SUSPENDED').map((row) => row.organisationId),
    );
    const named = [...confirmed].filter(([, findings]) => needsSlotDecision(findings, today)).map(([id]) => id);
    return [...new Set([...named, ...suspended])].sort().map((organisationId) => {
      const findings = confirmed.get(organisationId) ?? [];
      return {
        organisationId,
        confirmed: findings.length,
        hasUnremediedCritical: findings.some(({ severity, isRemedied }) => severity === 'CRITICAL' && !isRemedied),
        isSuspended: suspended.has(organisationId),
      };
    });
  }

  /** Takes no new slots of the enterprise; only where the repeat rule names it. */
  async suspend(tx: Tx, organisationId: string): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'WRONG_STATE'>> {
    const isNamed = (await this.list(tx)).some((row) => row.organisationId === organisationId && !row.isSuspended);
    if (!isNamed) return refused(refusal('NOT_FOUND', ['organisationId']));
    const moved = await this.agreements.suspend(tx, organisationId, 'PAY_FINDINGS');
    return moved === 0 ? refused(refusal('WRONG_STATE', ['organisationId'])) : done({ id: organisationId });
  }

  /** Lets new slots in again. */
  async resume(tx: Tx, organisationId: string): Promise<Outcome<{ id: string }, 'WRONG_STATE'>> {
    const moved = await this.agreements.resume(tx, organisationId);
    return moved === 0 ? refused(refusal('WRONG_STATE', ['organisationId'])) : done({ id: organisationId });
  }
}
