import { Injectable } from '@nestjs/common';
import { Role } from '#domain/common/role';
import type { Queryable } from '../database/queryable';
import { Passkeys } from './passkeys';
import type { RelyingParty } from './relying-party';
import { SecondFactors } from './second-factor';

/** What stands behind the password of an account. */
export interface SecondStepState {
  /** An authenticator app is set up. */
  readonly hasApp: boolean;
  readonly hasPasskey: boolean;
}

/** What somebody gives as the second step. */
export interface SecondStepAnswer {
  /** Six digits or a recovery code; null = not given. */
  readonly code: string | null;
  /** A browser's answer by a passkey; null = not given. */
  readonly passkey: string | null;
  /** Null where this platform is served without passkeys. */
  readonly party: RelyingParty | null;
}

/** What became of the second step. */
export type SecondStepResult = 'passed' | 'asked' | 'wrong';

/** The second step of signing in: a code of the app, a recovery code, or a passkey. */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
  ) {}

  /** What an account has set up. A trainee's passkey stands beside her password, never behind it. */
  async state(db: Queryable, accountId: string, role: Role): Promise<SecondStepState> {
    const { isOn } = await this.factors.state(db, accountId);
    const hasPasskey = role !== Role.CLIENT && (await this.passkeys.list(db, accountId)).length > 0;
    return { hasApp: isOn, hasPasskey };
  }

  /** Takes the second step, where one is set up. */
  async take(db: Queryable, accountId: string, role: Role, given: SecondStepAnswer): Promise<SecondStepResult> {
    const { hasApp, hasPasskey } = await this.state(db, accountId, role);
    if (!hasApp && !hasPasskey) return 'passed';
    const { passkey, party, code } = given;
    if (hasPasskey && passkey !== null && party !== null) {
      const owner = await this.passkeys.answeredBy(party, { purpose: 'SECOND_STEP', accountId }, passkey);
      return owner === accountId ? 'passed' : 'wrong';
    }
    if (code === null || code.trim() === '') return 'asked'; // where there is no app, only a recovery code fits
    return (await this.factors.opens(db, accountId, code)) ? 'passed' : 'wrong';
  }
}
