import { Injectable } from '@nestjs/common';
import { systemActor } from '#domain/common/actor';
import { Audit } from '../audit/audit';
import { Transactions } from '../database/transactions';

/** Leaves a trace of everybody who came in or was refused at the door, by id. */
@Injectable()
export class SignInTrail {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** A session was opened; `fields` names the way in where it was not the password. */
  async opened(countyId: string, accountId: string, fields: readonly string[] = []): Promise<void> {
    const act = { action: 'session.opened', subjectType: 'user_account', subjectId: accountId, fields };
    await this.transactions.run(systemActor(countyId, 'sign-in'), (tx) => this.audit.record(tx, act));
  }

  /** Somebody was refused. */
  async refused(countyId: string, accountId: string, fields: readonly string[] = []): Promise<void> {
    const act = { action: 'session.refused', subjectType: 'user_account', subjectId: accountId, fields };
    await this.transactions.run(systemActor(countyId, 'sign-in'), (tx) => this.audit.recordDenied(tx, act));
  }
}
