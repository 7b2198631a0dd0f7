import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { AidKind, AidOffice } from '#domain/aid/aid-codes';
import type { AidStatus } from '#domain/aid/aid-lifecycle';
import { checkedLook, checkedOpen, checkedStep, type AidAnswer, type AidCode } from '#domain/aid/aid-steps';
import { keepsCaseloadOf } from '#domain/common/caseload';
import { dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { ClientReader } from '#features/clients';
import { TasksService } from '#features/tasks';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import type { AidRequest } from './aid-request.entity';
import { AidRepository, type AidRow } from './aid.repository';

/** The task that a look at a request is. */
export const AID_LOOK = 'AID_LOOK';

/** Why nothing was done about a request. */
export type AidRefusalCode = AidCode | 'NOT_FOUND' | 'STALE_VERSION' | 'AID_ALREADY_OPEN';

type Result = Outcome<{ id: string }, AidRefusalCode>;

/** Which request is meant, as it was read. */
export interface MeantAid {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Keeps what clients ask other offices for: kind, state, office and days; a caseworker of one's own caseload alone. */
@Injectable()
export class AidService {
  constructor(
    private readonly requests: AidRepository,
    private readonly clients: ClientReader,
    private readonly tasks: TasksService,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Notes that a client wants a kind of aid, and when to look next. */
  async note(tx: Tx, wish: { clientId: string; kind: AidKind; nextLookOn: Day }): Promise<Result> {
    const client = await this.clients.byId(tx, wish.clientId);
    if (client === null || !keepsCaseloadOf(tx.actor, client.caseworkerMembershipId))
      return refused(refusal('NOT_FOUND', ['clientId']));
    const today = dayOf(tx.now);
    const look = checkedLook(wish.nextLookOn, today, ['nextLookOn']);
    if (!look.ok) return look;
    const id = uuidv7();
    await this.requests.insert(tx, {
      id,
      clientId: wish.clientId,
      kind: wish.kind,
      status: 'NOTED',
      notedByMembershipId: tx.actor.membershipId ?? '',
      notedOn: today,
      nextLookOn: look.value,
      createdAt: tx.now,
    });
    await this.tell(tx, 'aid.noted', { id, clientId: wish.clientId });
    return done({ id });
  }

  /** The request was taken to an office; the next look is for its answer. */
  async refer(tx: Tx, meant: MeantAid, to: { office: AidOffice; nextLookOn: Day }): Promise<Result> {
    const look = checkedLook(to.nextLookOn, dayOf(tx.now), ['nextLookOn']);
    if (!look.ok) return look;
    return this.step(tx, meant, 'REFERRED', {
      referredTo: to.office,
      referredOn: dayOf(tx.now),
      nextLookOn: look.value,
      settledOn: null,
    });
  }

  /** The office answered, or the client wants it no longer. */
  settle(tx: Tx, meant: MeantAid, answer: AidAnswer): Promise<Result> {
    return this.step(tx, meant, answer, { settledOn: dayOf(tx.now), nextLookOn: null });
  }

  /** Somebody looked and nothing has come yet: the day of the next look. */
  async lookAgain(tx: Tx, meant: MeantAid, nextLookOn: Day): Promise<Result> {
    const look = checkedLook(nextLookOn, dayOf(tx.now), ['nextLookOn']);
    if (!look.ok) return look;
    const found = await this.own(tx, meant.id);
    if (!found.ok) return found;
    const open = checkedOpen(found.value.status);
    if (!open.ok) return open;
    return this.write(tx, found.value, meant, 'aid.looked', { nextLookOn: look.value });
  }

  private async step(tx: Tx, meant: MeantAid, to: AidStatus, changes: Partial<AidRequest>): Promise<Result> {
    const found = await this.own(tx, meant.id);
    if (!found.ok) return found;
    const step = checkedStep(found.value.status, to);
    if (!step.ok) return step;
    return this.write(tx, found.value, meant, `aid.${to.toLowerCase()}`, { ...changes, status: to });
  }

  private async own(tx: Tx, id: string): Promise<Outcome<AidRow, 'NOT_FOUND'>> {
    const row = await this.requests.byId(tx, id);
    return row === null || !keepsCaseloadOf(tx.actor, row.caseworkerMembershipId)
      ? refused(refusal('NOT_FOUND', ['id']))
      : done(row);
  }

  /** Any step is a look: the task for it is done. */
  private async write(
    tx: Tx,
    row: AidRow,
    { id, expectedVersion }: MeantAid,
    action: string,
    changes: Partial<AidRequest>,
  ): Promise<Result> {
    if (!(await this.requests.update(tx, id, expectedVersion, changes)))
      return refused(refusal('STALE_VERSION', ['expectedVersion'], { currentVersion: row.version }));
    await this.tasks.finishOf(tx, AID_LOOK, [id]);
    await this.tell(tx, action, row);
    return done({ id });
  }

  private async tell(
    tx: Tx,
    action: string,
    { id, clientId }: { readonly id: string; readonly clientId: string },
  ): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'aid_request', subjectId: id });
    await this.live.notify(tx, { type: 'aid', id, roles: [Role.CLIENT, Role.CASEWORKER, Role.SUPERVISOR], clientId });
  }
}
