import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { keepsCaseloadOf } from '#domain/common/caseload';
import { dayOf } from '#domain/common/day';
import { mayBecome } from '#domain/common/lifecycle';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { ERASURE_LIFECYCLE, erasureDueOn, legalHold, type ErasureStatus } from '#domain/data-rights/erasure-lifecycle';
import { TasksService } from '#features/tasks';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { ErasureRequestsRepository, type ReadErasureRequest } from './erasure-requests.repository';
import { ErasureConfirmed, ErasureRequested } from './erasures.jobs';

/** Why nothing was done about an erasure. */
export type ErasureCode = 'NOT_FOUND' | 'WRONG_STATE' | 'LEGAL_HOLD' | 'ALREADY_REQUESTED';

type Result = Outcome<{ id: string }, ErasureCode>;

const TASK_KIND = 'ERASURE_REQUEST';

/** Takes a client's wish to be erased, lets her take it back, and lets staff confirm it. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly requests: ErasureRequestsRepository,
    private readonly tasks: TasksService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The client asks to be erased; her caseworker gets a task with the last day. */
  async request(tx: Tx): Promise<Result> {
    const { clientId, countyId } = tx.actor;
    if (clientId === null) return refused(refusal('NOT_FOUND'));
    const newest = await this.requests.ownNewest(tx);
    if (newest?.status === 'REQUESTED' || newest?.status === 'CONFIRMED') return refused(refusal('ALREADY_REQUESTED'));
    const id = uuidv7();
    const requestedOn = dayOf(tx.now);
    const dueOn = erasureDueOn(requestedOn);
    await this.requests.insert(tx, {
      countyId,
      id,
      clientId,
      status: 'REQUESTED',
      requestedOn,
      dueOn,
      createdAt: tx.now,
    });
    await this.outbox.add(tx, ErasureRequested, { subjectId: id, data: {} });
    await this.record(tx, 'erasure.requested', id);
    return done({ id });
  }

  /** The client takes her wish back, as long as nobody has confirmed it. */
  async withdraw(tx: Tx, id: string): Promise<Result> {
    const request = await this.requests.byId(tx, id);
    if (request === null || request.clientId !== tx.actor.clientId) return refused(refusal('NOT_FOUND', ['id']));
    return this.step(tx, request, 'WITHDRAWN', 'erasure.withdrawn');
  }

  /** Her caseworker or a supervisor confirms; refused while somebody still has to act on a finding about her pay. */
  async confirm(tx: Tx, id: string): Promise<Result> {
    const request = await this.requests.byId(tx, id);
    if (request === null || !mayConfirm(tx, request)) return refused(refusal('NOT_FOUND', ['id']));
    if (!mayBecome(ERASURE_LIFECYCLE, request.status, 'CONFIRMED')) return refused(wrongState(request));
    const hold = legalHold((await this.requests.findingDays(tx, [request.clientId])).get(request.clientId) ?? []);
    if (hold !== null) return refused(refusal('LEGAL_HOLD', ['id'], { ...hold }));
    const outcome = await this.step(tx, request, 'CONFIRMED', 'erasure.confirmed');
    if (outcome.ok) await this.outbox.add(tx, ErasureConfirmed, { subjectId: id, data: {} });
    return outcome;
  }

  /** Puts a wish on the caseworker's list; called by a job, since a client writes no tasks. */
  async raiseTask(tx: Tx, id: string): Promise<void> {
    const request = await this.requests.byId(tx, id);
    if (request?.status !== 'REQUESTED') return;
    await this.tasks.raise(tx, {
      kind: TASK_KIND,
      subjectType: 'erasure_request',
      subjectId: id,
      clientId: request.clientId,
      assigneeMembershipId: request.caseworkerMembershipId,
      dueOn: request.dueOn,
    });
  }

  private async step(tx: Tx, request: ReadErasureRequest, status: ErasureStatus, action: string): Promise<Result> {
    if (!mayBecome(ERASURE_LIFECYCLE, request.status, status)) return refused(wrongState(request));
    const confirmation =
      status === 'CONFIRMED' ? { confirmedAt: tx.now, confirmedByMembershipId: tx.actor.membershipId } : {};
    if (!(await this.requests.step(tx, request, { status, ...confirmation }))) return refused(wrongState(request));
    await this.record(tx, action, request.id);
    return done({ id: request.id });
  }

  private record(tx: Tx, action: string, subjectId: string): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'erasure_request', subjectId });
  }
}

const mayConfirm = (tx: Tx, request: ReadErasureRequest): boolean =>
  tx.actor.role === Role.SUPERVISOR || keepsCaseloadOf(tx.actor, request.caseworkerMembershipId);

const wrongState = ({ status }: ReadErasureRequest) => refusal('WRONG_STATE' as const, ['id'], { status });
