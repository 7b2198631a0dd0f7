import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { TasksService } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import { AidRepository } from './aid.repository';
import { AID_LOOK } from './aid.service';

/** Puts requests that are to be looked at again on their caseworker's list. */
@Injectable()
export class AidLooksService {
  constructor(
    private readonly requests: AidRepository,
    private readonly tasks: TasksService,
  ) {}

  /** Raises a task for each look that is due and has none; gives how many. A client without a caseworker is any supervisor's. */
  async raiseDue(tx: Tx): Promise<number> {
    const due = await this.requests.allDue(tx, dayOf(tx.now));
    return this.tasks.raiseAll(
      tx,
      due.map(({ id, clientId, caseworkerMembershipId, nextLookOn }) => ({
        kind: AID_LOOK,
        subjectType: 'aid_request',
        subjectId: id,
        clientId,
        assigneeMembershipId: caseworkerMembershipId,
        dueOn: nextLookOn,
      })),
    );
  }
}
