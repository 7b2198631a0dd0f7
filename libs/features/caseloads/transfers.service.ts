import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { transferLifecycle, type TransferReason, type TransferStatus } from '#domain/caseloads/case-transfer';
import { FileAccess } from '#domain/common/caseload';
import { mayBecome } from '#domain/common/lifecycle';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { isAnotherPerson } from '#domain/common/person';
import { Role } from '#domain/common/role';
import { ClientReader } from '#features/clients';
import { Audit } from '#platform/audit/audit';
import { constraintMeans } from '#platform/database/constraint-refusals';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { DeputiesRepository, type ColleagueRow } from './deputies.repository';
import { mayAnswer, mayWithdraw } from './transfers.policy';
import { TransfersRepository, type TransferRow } from './transfers.repository';

constraintMeans('case_transfer_one_open_idx', 'TRANSFER_OPEN', ['input', 'clientId']);

/** Why a handover was not asked for or not answered. */
export type TransferCode = 'NOT_FOUND' | 'WRONG_STATE' | 'SAME_PERSON' | 'OTHER_OFFICE' | 'TRANSFER_OPEN';

/** A client to be handed over. */
export interface NewTransfer {
  readonly clientId: string;
  readonly toId: string;
  readonly reason: TransferReason;
}

/** Hands clients over from one caseworker to another. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly transfers: TransfersRepository,
    private readonly members: DeputiesRepository,
    private readonly clients: ClientReader,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Asks a colleague to take over one client of one's own caseload; a supervisor hands over at once. */
  async request(tx: Tx, { clientId, toId, reason }: NewTransfer): Promise<Outcome<{ id: string }, TransferCode>> {
    const client = await this.clients.byId(tx, clientId);
    const isHers = client?.access === FileAccess.OWN || client?.access === FileAccess.TEAM;
    const fromId = client?.caseworkerMembershipId ?? null;
    if (client === null || !isHers || fromId === null) return refused(refusal('NOT_FOUND', ['input', 'clientId']));
    const receiver = await this.receiver(tx, fromId, toId);
    if (!receiver.ok) return receiver;
    const id = uuidv7();
    await this.transfers.insert(tx, {
      id,
      clientId,
      fileNumber: client.fileNumber,
      fromMembershipId: fromId,
      toMembershipId: receiver.value.id,
      requestedByMembershipId: tx.actor.membershipId ?? '',
      reason,
      createdAt: tx.now,
    });
    await this.record(tx, id, 'requested');
    await this.tell(tx, id, clientId);
    if (tx.actor.role === Role.SUPERVISOR) return this.accept(tx, id, clientId);
    return done({ id });
  }

  /** Answers a handover one was asked to take: the client is in one's caseload from the commit on, or stays where she is. */
  async answer(tx: Tx, id: string, accepts: boolean): Promise<Outcome<{ id: string }, TransferCode>> {
    const transfer = await this.transfers.byId(tx, id);
    if (transfer === null || !mayAnswer(tx.actor, transfer)) return refused(refusal('NOT_FOUND', ['id']));
    if (!mayBecome(transferLifecycle, transfer.status, accepts ? 'ACCEPTED' : 'REFUSED'))
      return refused(refusal('WRONG_STATE', ['id'], { status: transfer.status }));
    return accepts ? this.accept(tx, id, transfer.clientId) : this.end(tx, transfer, 'REFUSED');
  }

  /** Takes back a handover that nobody answered yet. */
  async withdraw(tx: Tx, id: string): Promise<Outcome<{ id: string }, TransferCode>> {
    const transfer = await this.transfers.byId(tx, id);
    if (transfer === null || !mayWithdraw(tx.actor, transfer)) return refused(refusal('NOT_FOUND', ['id']));
    return this.end(tx, transfer, 'WITHDRAWN');
  }

  private async receiver(tx: Tx, fromId: string, toId: string): Promise<Outcome<ColleagueRow, TransferCode>> {
    const field = ['input', 'toId'];
    const to = await this.members.caseworker(tx, toId);
    if (to === null) return refused(refusal('NOT_FOUND', field));
    const from = await this.members.anyCaseworker(tx, fromId);
    if (from === null) return refused(refusal('NOT_FOUND', field));
    if (to.organisationId !== from.organisationId) return refused(refusal('OTHER_OFFICE', field));
    return to.id === from.id || !isAnotherPerson(to, from) ? refused(refusal('SAME_PERSON', field)) : done(to);
  }

  private async accept(tx: Tx, id: string, clientId: string): Promise<Outcome<{ id: string }, TransferCode>> {
    if (!(await this.transfers.move(tx, id))) return refused(refusal('WRONG_STATE', ['id']));
    await this.record(tx, id, 'accepted');
    await this.tell(tx, id, clientId);
    return done({ id });
  }

  private async end(
    tx: Tx,
    transfer: TransferRow,
    status: Extract<TransferStatus, 'REFUSED' | 'WITHDRAWN'>,
  ): Promise<Outcome<{ id: string }, TransferCode>> {
    const { id, clientId } = transfer;
    if (!mayBecome(transferLifecycle, transfer.status, status) || !(await this.transfers.end(tx, id, status)))
      return refused(refusal('WRONG_STATE', ['id'], { status: transfer.status }));
    await this.record(tx, id, status.toLowerCase());
    await this.tell(tx, id, clientId);
    return done({ id });
  }

  private record(tx: Tx, subjectId: string, what: string): Promise<void> {
    return this.audit.record(tx, { action: `transfer.${what}`, subjectType: 'case_transfer', subjectId });
  }

  private tell(tx: Tx, id: string, clientId: string): Promise<void> {
    const roles = [Role.CASEWORKER, Role.SUPERVISOR, Role.CLIENT];
    return this.live.notify(tx, { type: 'caseload', id, roles, clientId });
  }
}
