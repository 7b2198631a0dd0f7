import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { keepsCaseloadOf } from '#domain/common/caseload';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import type { ScopeCode } from '#domain/consent/consent-scopes';
import { PairingEnder } from '#domain/mentors/pairing';
import { ClientReader } from '#features/clients';
import { TasksService } from '#features/tasks';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { Outbox } from '#platform/outbox/outbox';
import { MentorConsents } from './mentor-consents';
import { AnotherMentorWished } from './mentors.jobs';
import { PairingsRepository, type PairingRow } from './pairings.repository';

/** The task of finding somebody else. */
export const MENTOR_WISHED = 'MENTOR_WISHED';

/** Why nobody was paired, or nothing ended. */
export type PairingCode = ScopeCode | 'NOT_FOUND' | 'WRONG_STATE' | 'CONFLICT' | 'ALREADY_PAIRED' | 'NOT_IN_PROGRAMME';

type Result = Promise<Outcome<{ id: string }, PairingCode>>;

/** Pairs a client with a mentor, and ends it; the client does that with one tap and no reason. */
@Injectable()
export class PairingsService {
  constructor(
    private readonly pairings: PairingsRepository,
    private readonly consents: MentorConsents,
    private readonly clients: ClientReader,
    private readonly tasks: TasksService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Pairs a client of one's own caseload, who is told and asked: until she agrees, her mentor sees nothing of her. */
  async pair(tx: Tx, clientId: string, mentorId: string): Result {
    const client = await this.clients.byId(tx, clientId);
    if (client === null || !keepsCaseloadOf(tx.actor, client.caseworkerMembershipId))
      return refused(refusal('NOT_FOUND', ['clientId']));
    const mentor = (await this.pairings.mentors(tx)).find((one) => one.id === mentorId);
    if (mentor === undefined) return refused(refusal('NOT_FOUND', ['mentorId']));
    if (!(await this.pairings.isServed(tx, clientId))) return refused(refusal('NOT_IN_PROGRAMME', ['clientId']));
    const id = uuidv7();
    await this.pairings.insert(tx, {
      id,
      clientId,
      mentorMembershipId: mentor.id,
      organisationId: mentor.organisationId,
      pairedByMembershipId: tx.actor.membershipId ?? '',
      pairedAt: tx.now,
      status: 'ACTIVE',
      createdAt: tx.now,
    });
    const asked = await this.consents.ask(tx, { clientId, recipientId: mentor.organisationId });
    if (!asked.ok) return asked;
    await this.tasks.finishOf(tx, MENTOR_WISHED, [clientId]);
    await this.tell(tx, 'mentor.paired', { id, clientId, organisationId: mentor.organisationId });
    return done({ id });
  }

  /** A caseworker ends a pairing of her own caseload. */
  async end(tx: Tx, id: string): Result {
    const pairing = await this.pairings.byId(tx, id);
    if (pairing === null || !keepsCaseloadOf(tx.actor, pairing.caseworkerMembershipId))
      return refused(refusal('NOT_FOUND', ['id']));
    return this.ended(tx, pairing, PairingEnder.CASEWORKER, false);
  }

  /** The client ends it herself: what she agreed to for it ends with it, and nothing is asked. */
  async refuse(tx: Tx, id: string, wantsAnother: boolean): Result {
    const pairing = await this.pairings.byId(tx, id);
    if (pairing === null || pairing.clientId !== tx.actor.clientId) return refused(refusal('NOT_FOUND', ['id']));
    const ended = await this.ended(tx, pairing, PairingEnder.CLIENT, wantsAnother);
    if (!ended.ok) return ended;
    await this.consents.endAll(tx, { clientId: pairing.clientId, recipientId: pairing.organisationId });
    if (wantsAnother) await this.outbox.add(tx, AnotherMentorWished, { subjectId: id, data: {} });
    return ended;
  }

  private async ended(tx: Tx, pairing: PairingRow, by: PairingEnder, wantsAnother: boolean): Result {
    if (!(await this.pairings.end(tx, pairing.id, by, wantsAnother)))
      return refused(refusal('WRONG_STATE', ['id'], { status: 'ENDED' }));
    await this.tell(tx, 'mentor.ended', pairing);
    return done({ id: pairing.id });
  }

  private async tell(
    tx: Tx,
    action: string,
    { id, clientId, organisationId }: Pick<PairingRow, 'id' | 'clientId' | 'organisationId'>,
  ): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'mentor_pairing', subjectId: id });
    const roles = [Role.CLIENT, Role.CASEWORKER, Role.SUPERVISOR, Role.MENTOR];
    await this.live.notify(tx, { type: 'mentor', id, roles, clientId, organisationId });
  }
}
