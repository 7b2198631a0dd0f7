import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import { SecondFactors } from '#platform/auth/second-factor';
import type { Tx } from '#platform/database/transaction';
import { LastSecondStep } from './last-second-step';
import { OwnAccountService, type OwnAccountCode } from './own-account.service';

/** Why a second factor was not set up or taken away. */
export type SecondFactorCode = OwnAccountCode | 'SECOND_FACTOR_WRONG' | 'WRONG_STATE' | 'LAST_SECOND_STEP';

/** What an authenticator app reads: by camera or by hand. */
export interface NewFactor {
  readonly text: string;
  readonly uri: string;
}

/** Sets one's own second factor up and takes it away. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly factors: SecondFactors,
    private readonly account: OwnAccountService,
    private readonly last: LastSecondStep,
    private readonly audit: Audit,
  ) {}

  /** Begins with a new secret; it counts only after {@link confirm}. Asks for the password. */
  async begin(tx: Tx, password: string): Promise<Outcome<{ id: string } & NewFactor, SecondFactorCode>> {
    const guess = await this.account.guess(tx, password);
    if (!guess.ok) return guess;
    const id = accountOf(tx);
    const { sealed, text, uri } = this.factors.newSecret(id, await this.labelOf(tx));
    const [row] = await tx.query<{ begun: boolean }>('select auth.begin_second_factor($1) as begun', [sealed]);
    return row?.begun === true ? done({ id, text, uri }) : refused(refusal('WRONG_STATE'));
  }

  /** The first right code of the app switches it on; gives ten recovery codes, shown once. */
  async confirm(tx: Tx, code: string): Promise<Outcome<{ id: string; codes: string[] }, SecondFactorCode>> {
    const id = accountOf(tx);
    if ((await this.factors.state(tx, id)).isOn) return refused(refusal('WRONG_STATE'));
    const opens = await this.account.limited(tx, () => this.factors.usesStep(tx, id, code.replace(/\s/g, '')));
    if (!opens.ok) return opens;
    if (!opens.value) return refused(refusal('SECOND_FACTOR_WRONG', ['code']));
    const { codes, hashes } = this.factors.newRecoveryCodes(id);
    const [row] = await tx.query<{ on: boolean }>('select auth.confirm_second_factor($1::bytea[]) as on', [hashes]);
    if (row?.on !== true) return refused(refusal('WRONG_STATE'));
    await this.record(tx, 'account.second-factor-on');
    return done({ id, codes });
  }

  /** Takes it away, for who has the password and a code: a session alone is not enough. */
  async remove(tx: Tx, password: string, code: string): Promise<Outcome<{ id: string }, SecondFactorCode>> {
    const id = accountOf(tx);
    if (!(await this.factors.state(tx, id)).isOn) return refused(refusal('WRONG_STATE'));
    const guess = await this.account.guess(tx, password);
    if (!guess.ok) return guess;
    const opens = await this.account.limited(tx, () => this.factors.opens(tx, id, code));
    if (!opens.ok) return opens;
    if (!opens.value) return refused(refusal('SECOND_FACTOR_WRONG', ['code']));
    await this.last.hold(tx);
    await tx.query('select auth.remove_second_factor()');
    if (await this.last.isGone(tx)) return refused(refusal('LAST_SECOND_STEP'));
    await this.record(tx, 'account.second-factor-off');
    return done({ id });
  }

  private async record(tx: Tx, action: string): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'user_account', subjectId: accountOf(tx) });
  }

  /** What the app shows beside the code: the name that colleagues read. */
  private async labelOf(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ name: string }>('select display_name as name from membership where id = $1', [
      tx.actor.membershipId,
    ]);
    return row?.name ?? '';
  }
}

const accountOf = (tx: Tx): string => tx.actor.accountId ?? '';
