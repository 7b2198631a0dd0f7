import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/common/actor';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import type { Role } from '#domain/common/role';
import { SecondFactors } from '#platform/auth/second-factor';
import { SecondSteps } from '#platform/auth/second-steps';
import type { Tx } from '#platform/database/transaction';
import { Transactions } from '#platform/database/transactions';
import { OwnAccountRepository } from './own-account.repository';
import { OwnAccountService, type OwnAccountCode } from './own-account.service';

/** Why a proof of identity was not taken. */
export type ProofCode =
  OwnAccountCode | 'REQUIRED' | 'PASSKEY_REQUIRED' | 'PASSKEY_WRONG' | 'SECOND_FACTOR_REQUIRED' | 'SECOND_FACTOR_WRONG';

/** What somebody gives as a proof that she is who signed in. */
export interface IdentityProof {
  readonly password?: string | null;
  /** Six digits of the app or a recovery code. */
  readonly code?: string | null;
  /** Whether a passkey of hers answered; null = none was tried. */
  readonly isByPasskey: boolean | null;
}

/** Renews the proof of identity that some acts ask for; wrong proofs count and slow down as at the door. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly repository: OwnAccountRepository,
    private readonly account: OwnAccountService,
    private readonly steps: SecondSteps,
    private readonly factors: SecondFactors,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** Takes the proof; it holds for this session alone. */
  async confirm(tx: Tx, sid: string, proof: IdentityProof): Promise<Outcome<{ id: string }, ProofCode>> {
    const proven = await this.prove(tx, proof);
    if (!proven.ok) return proven;
    if (!(await this.repository.renewProof(tx, sid))) return refused(refusal('NOT_FOUND'));
    await this.audit.record(tx, actOf(tx.actor, 'session.identity-confirmed'));
    return done({ id: tx.actor.accountId ?? '' });
  }

  /** Leaves a trace of a proof that was not taken; the refused transaction left none. */
  async recordRefused(actor: Actor): Promise<void> {
    await this.transactions.run(actor, (tx) =>
      this.audit.recordDenied(tx, actOf(actor, 'session.identity-not-confirmed')),
    );
  }

  /** Where a second step is set up, the password alone is no proof: it opened the door only together with that step. */
  private async prove(tx: Tx, { password, code, isByPasskey }: IdentityProof): Promise<Outcome<null, ProofCode>> {
    const id = tx.actor.accountId ?? '';
    if (isByPasskey !== null) return isByPasskey ? done(null) : refused(refusal('PASSKEY_WRONG', ['proof', 'passkey']));
    const { hasApp, hasPasskey } = await this.steps.state(tx, id, tx.actor.role as Role);
    if (hasApp || (hasPasskey && !isBlank(code))) {
      if (isBlank(code)) return refused(refusal('SECOND_FACTOR_REQUIRED', ['proof', 'code']));
      const opens = await this.account.limited(tx, () => this.factors.opens(tx, id, code));
      if (!opens.ok) return opens;
      return opens.value ? done(null) : refused(refusal('SECOND_FACTOR_WRONG', ['proof', 'code']));
    }
    if (hasPasskey) return refused(refusal('PASSKEY_REQUIRED', ['proof', 'passkey']));
    if (isBlank(password)) return refused(refusal('REQUIRED', ['proof', 'password']));
    return this.account.guess(tx, password);
  }
}

const isBlank = (text: string | null | undefined): text is null | undefined | '' => (text ?? '').trim() === '';

const actOf = ({ accountId }: Actor, action: string) => ({ action, subjectType: 'user_account', subjectId: accountId });
