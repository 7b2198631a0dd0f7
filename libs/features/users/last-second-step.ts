import { Injectable } from '@nestjs/common';
import { SecondStepDemand } from '#platform/auth/second-step-demand';
import type { Tx } from '#platform/database/transaction';

/** Where a second step is demanded, nobody takes her last one away; not by two acts at once, either. */
@Injectable()
export class LastSecondStep {
  constructor(private readonly demand: SecondStepDemand) {}

  /** Lets other acts on this account wait until this one is over: call it before something is taken away. */
  async hold(tx: Tx): Promise<void> {
    await tx.query('select auth.lock_own_account()');
  }

  /** Whether what was just taken away was the last one, although one is demanded: then refuse, and nothing is taken away. */
  isGone(tx: Tx): Promise<boolean> {
    return this.demand.isMissing(tx, tx.actor.accountId ?? '', tx.actor.role);
  }
}
