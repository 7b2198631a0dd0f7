import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { checkedDeputy, type DeputyCode } from '#domain/caseloads/deputy-rules';
import { dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { Audit } from '#platform/audit/audit';
import { constraintMeans } from '#platform/database/constraint-refusals';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { DeputiesRepository } from './deputies.repository';

constraintMeans('caseload_deputy_one_excl', 'DEPUTY_OVERLAP', ['input', 'fromOn']);

/** Why a deputy was not named or ended. */
export type DeputyRefusalCode = DeputyCode | 'NOT_FOUND' | 'OTHER_OFFICE' | 'WRONG_STATE';

/** A deputy to be named; whose caseload is left out by a caseworker, who names one for herself. */
export interface NewDeputy {
  readonly caseworkerId?: string | null;
  readonly deputyId: string;
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** Names who looks after a caseload while its caseworker is away. */
@Injectable()
export class DeputiesService {
  constructor(
    private readonly deputies: DeputiesRepository,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Names a deputy: a caseworker for her own caseload, a supervisor for any of the county. */
  async name(tx: Tx, input: NewDeputy): Promise<Outcome<{ id: string }, DeputyRefusalCode>> {
    const caseworkerId = ownerOf(tx, input);
    const caseworker = caseworkerId === null ? null : await this.deputies.caseworker(tx, caseworkerId);
    if (caseworker === null) return refused(refusal('NOT_FOUND', ['input', 'caseworkerId']));
    const deputy = await this.deputies.caseworker(tx, input.deputyId);
    if (deputy === null) return refused(refusal('NOT_FOUND', ['input', 'deputyId']));
    if (deputy.organisationId !== caseworker.organisationId)
      return refused(refusal('OTHER_OFFICE', ['input', 'deputyId']));
    const { fromOn, toOn } = input;
    const checked = checkedDeputy({ caseworker, deputy, fromOn, toOn }, dayOf(tx.now));
    if (!checked.ok) return checked;
    const id = uuidv7();
    await this.deputies.insert(tx, {
      id,
      caseworkerMembershipId: caseworker.id,
      deputyMembershipId: deputy.id,
      fromOn,
      toOn,
      namedByMembershipId: tx.actor.membershipId ?? '',
      createdAt: tx.now,
    });
    await this.audit.record(tx, { action: 'deputy.named', subjectType: 'caseload_deputy', subjectId: id });
    await this.tell(tx, id);
    return done({ id });
  }

  /** Ends a deputy before her last day: from the commit on she sees nothing of that caseload. */
  async end(tx: Tx, id: string): Promise<Outcome<{ id: string }, DeputyRefusalCode>> {
    if ((await this.deputies.byId(tx, id)) === null) return refused(refusal('NOT_FOUND', ['id']));
    if (!(await this.deputies.end(tx, id, dayOf(tx.now)))) return refused(refusal('WRONG_STATE', ['id']));
    await this.audit.record(tx, { action: 'deputy.ended', subjectType: 'caseload_deputy', subjectId: id });
    await this.tell(tx, id);
    return done({ id });
  }

  private tell(tx: Tx, id: string): Promise<void> {
    return this.live.notify(tx, { type: 'caseload', id, roles: [Role.CASEWORKER, Role.SUPERVISOR] });
  }
}

/** Whose caseload it is; null where the actor may not say. */
function ownerOf(tx: Tx, { caseworkerId }: NewDeputy): string | null {
  if (tx.actor.role === Role.SUPERVISOR) return caseworkerId ?? null;
  const own = tx.actor.membershipId;
  return caseworkerId === null || caseworkerId === undefined || caseworkerId === own ? own : null;
}
