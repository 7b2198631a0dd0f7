import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#domain/common/role';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { RECOVERY_HOURS, type RecoveryStatus } from '#domain/users/recovery-lifecycle';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { AccountNotice } from './account.jobs';

/** Why a request was not made or decided. */
export type RecoveryCode = 'NOT_FOUND' | 'WRONG_STATE' | 'ANOTHER_PERSON_REQUIRED' | 'RECOVERY_REQUESTED';

/** A request as administrators and supervisors see it. */
export interface FactorRecoveryRow {
  readonly id: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationName: string;
  readonly byOwner: boolean;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly status: RecoveryStatus;
  readonly mayDecide: boolean;
}

/** Whose it is, and by which membership colleagues know her. */
interface Owner {
  readonly accountId: string;
  readonly membershipId: string;
}

const SAME_PERSON = `exists (
  select from membership mine join membership theirs on theirs.account_id in (r.account_id, r.requested_by_account_id)
   where mine.id = $1 and (app.person_of(theirs.id) = app.person_of(mine.id)
     or lower(theirs.work_email) = lower(mine.work_email)))`;

const SELECT = `select r.id, m.display_name as "displayName", m.role, o.name as "organisationName",
         r.requested_by_account_id = r.account_id as "byOwner", r.requested_at as "requestedAt",
         r.expires_at as "expiresAt", r.status, not ${SAME_PERSON} as "mayDecide"
    from factor_recovery r
    join membership m on m.county_id = r.county_id and m.id = r.membership_id
    join organisation o on o.county_id = m.county_id and o.id = m.organisation_id`;

/** Lost second factors: one person asks, another one who knows her confirms, and only then it is taken away. */
@Injectable()
export class FactorRecoveryService {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** What waits, oldest first. */
  waiting(tx: Tx): Promise<FactorRecoveryRow[]> {
    return tx.query<FactorRecoveryRow>(
      `${SELECT} where r.status = 'OPEN' and r.expires_at > now() order by r.requested_at, r.id limit 100`,
      [tx.actor.membershipId],
    );
  }

  /** One request, or null where there is none. */
  async byId(tx: Tx, id: string): Promise<FactorRecoveryRow | null> {
    const [row] = await tx.query<FactorRecoveryRow>(`${SELECT} where r.id = $2`, [tx.actor.membershipId, id]);
    return row ?? null;
  }

  /** Asks for it: the owner after her password, or an administrator for a member. */
  async request(tx: Tx, owner: Owner, requestedBy: string): Promise<Outcome<{ id: string }, RecoveryCode>> {
    const [step] = await tx.query<{ isOn: boolean }>('select auth.has_second_step($1) as "isOn"', [owner.accountId]);
    if (step?.isOn !== true) return refused(refusal('WRONG_STATE', ['memberId']));
    const id = uuidv7();
    await tx.query(
      `update factor_recovery set status = 'REFUSED', decided_at = $2, decided_by_membership_id = membership_id
        where account_id = $1 and status = 'OPEN' and expires_at <= now()`,
      [owner.accountId, tx.now],
    );
    const made = await tx.query(
      `insert into factor_recovery (county_id, id, account_id, membership_id, requested_by_account_id, requested_at, expires_at, status)
       values ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => ${RECOVERY_HOURS}), 'OPEN')
       on conflict (county_id, account_id) where status = 'OPEN' do nothing returning id`,
      [tx.actor.countyId, id, owner.accountId, owner.membershipId, requestedBy, tx.now],
    );
    if (made.length === 0) return refused(refusal('RECOVERY_REQUESTED', ['memberId']));
    await this.record(tx, 'account.factor-recovery-requested', owner.accountId);
    return done({ id });
  }

  /** Another person confirms: authenticator, recovery codes, passkeys and all sign-ins go; the owner is told. */
  async confirm(tx: Tx, id: string): Promise<Outcome<{ id: string }, RecoveryCode>> {
    const open = await this.open(tx, id);
    if (!open.ok) return open;
    const [row] = await tx.query<{ removed: boolean }>('select auth.remove_lost_factor($1) as removed', [id]);
    if (row?.removed !== true) return refused(refusal('ANOTHER_PERSON_REQUIRED', ['id']));
    await this.settle(tx, id, 'CONFIRMED');
    const { accountId } = open.value;
    await this.record(tx, 'account.second-factor-recovered', accountId);
    await this.outbox.add(tx, AccountNotice, { subjectId: accountId, data: { kind: 'FACTOR_REMOVED' } });
    return done({ id });
  }

  /** It was not she, or nobody needs it any more. */
  async refuse(tx: Tx, id: string): Promise<Outcome<{ id: string }, RecoveryCode>> {
    const open = await this.open(tx, id);
    if (!open.ok) return open;
    await this.settle(tx, id, 'REFUSED');
    await this.record(tx, 'account.factor-recovery-refused', open.value.accountId);
    return done({ id });
  }

  private async open(tx: Tx, id: string): Promise<Outcome<{ accountId: string }, RecoveryCode>> {
    const [row] = await tx.query<{ accountId: string; isOpen: boolean }>(
      `select account_id as "accountId", status = 'OPEN' and expires_at > now() as "isOpen"
         from factor_recovery where id = $1 for update`,
      [id],
    );
    if (row === undefined) return refused(refusal('NOT_FOUND', ['id']));
    return row.isOpen ? done({ accountId: row.accountId }) : refused(refusal('WRONG_STATE', ['id']));
  }

  private async settle(tx: Tx, id: string, status: RecoveryStatus): Promise<void> {
    await tx.query(
      'update factor_recovery set status = $2, decided_by_membership_id = $3, decided_at = $4 where id = $1',
      [id, status, tx.actor.membershipId, tx.now],
    );
  }

  private async record(tx: Tx, action: string, accountId: string): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'user_account', subjectId: accountId });
  }
}
