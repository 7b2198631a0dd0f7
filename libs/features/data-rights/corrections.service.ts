import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { checkedSentence, type WordingCode } from '#domain/caseloads/file-opening';
import { keepsCaseloadOf } from '#domain/common/caseload';
import { dayOf } from '#domain/common/day';
import { mayBecome } from '#domain/common/lifecycle';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import {
  CORRECTION_LIFECYCLE,
  CORRECTION_TEXT,
  correctionDueOn,
  MOST_CORRECTIONS,
  type CorrectionField,
} from '#domain/data-rights/correction';
import { ParametersService } from '#features/parameters';
import { TasksService } from '#features/tasks';
import { Audit } from '#platform/audit/audit';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { CorrectionsRepository, type StoredCorrection } from './corrections.repository';
import { CorrectionRequested } from './erasures.jobs';

/** Why nothing was done about a correction. */
export type CorrectionCode = WordingCode | 'NOT_FOUND' | 'WRONG_STATE' | 'TOO_MANY_WAITING';

/** What a client says is wrong. */
export interface NewCorrection {
  readonly field: CorrectionField;
  readonly text: string;
}

/** What she is answered. */
export interface CorrectionAnswer {
  readonly isAccepted: boolean;
  readonly text: string;
}

type Result = Promise<Outcome<{ id: string }, CorrectionCode>>;

const TASK_KIND = 'CORRECTION_REQUEST';

/** Takes what a client says is wrong about her, and what she is answered within ten working days. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly corrections: CorrectionsRepository,
    private readonly parameters: ParametersService,
    private readonly tasks: TasksService,
    private readonly crypto: FieldCrypto,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The client says what is wrong; her caseworker gets a task with the last day. */
  async request(tx: Tx, { field, text }: NewCorrection): Result {
    const { clientId, countyId } = tx.actor;
    if (clientId === null) return refused(refusal('NOT_FOUND'));
    const checked = checkedSentence(text, ['input', 'text'], CORRECTION_TEXT);
    if (!checked.ok) return checked;
    const waiting = (await this.corrections.own(tx)).filter(({ status }) => status === 'REQUESTED');
    if (waiting.length >= MOST_CORRECTIONS) return refused(refusal('TOO_MANY_WAITING', [], { most: MOST_CORRECTIONS }));
    const id = uuidv7();
    await this.corrections.insert(tx, {
      countyId,
      id,
      clientId,
      field,
      textEnc: await this.crypto.encrypt(tx, correctionPlace({ id, clientId }, 'text_enc'), checked.value),
      status: 'REQUESTED',
      dueOn: correctionDueOn(dayOf(tx.now), await this.parameters.calendar(tx)),
      createdAt: tx.now,
    });
    await this.outbox.add(tx, CorrectionRequested, { subjectId: id, data: {} });
    await this.record(tx, 'correction.requested', id, [field]);
    return done({ id });
  }

  /** The client takes back what nobody has answered. */
  async withdraw(tx: Tx, id: string): Result {
    const request = await this.corrections.byId(tx, id);
    if (request === null || request.clientId !== tx.actor.clientId) return refused(refusal('NOT_FOUND', ['id']));
    if (!mayBecome(CORRECTION_LIFECYCLE, request.status, 'WITHDRAWN')) return refused(wrongState(request));
    if (!(await this.corrections.step(tx, request, { status: 'WITHDRAWN' }))) return refused(wrongState(request));
    await this.record(tx, 'correction.withdrawn', id, [request.field]);
    return done({ id });
  }

  /** Her caseworker, or a supervisor, answers; the change itself is the ordinary one of that field. */
  async answer(tx: Tx, id: string, { isAccepted, text }: CorrectionAnswer): Result {
    const request = await this.corrections.byId(tx, id);
    if (request === null || !mayAnswer(tx, request)) return refused(refusal('NOT_FOUND', ['id']));
    const status = isAccepted ? 'ACCEPTED' : 'DECLINED';
    if (!mayBecome(CORRECTION_LIFECYCLE, request.status, status)) return refused(wrongState(request));
    const checked = checkedSentence(text, ['input', 'text'], CORRECTION_TEXT);
    if (!checked.ok) return checked;
    const answerEnc = await this.crypto.encrypt(tx, correctionPlace(request, 'answer_enc'), checked.value);
    const answered = { status, answerEnc, answeredByMembershipId: tx.actor.membershipId, answeredAt: tx.now } as const;
    if (!(await this.corrections.step(tx, request, answered))) return refused(wrongState(request));
    await this.tasks.drop(tx, TASK_KIND, [id]);
    await this.record(tx, isAccepted ? 'correction.accepted' : 'correction.declined', id, [request.field]);
    return done({ id });
  }

  /** Puts a request on the caseworker's list; called by a job, since a client writes no tasks. */
  async raiseTask(tx: Tx, id: string): Promise<void> {
    const request = await this.corrections.byId(tx, id);
    if (request?.status !== 'REQUESTED') return;
    await this.tasks.raise(tx, {
      kind: TASK_KIND,
      subjectType: 'correction_request',
      subjectId: id,
      clientId: request.clientId,
      assigneeMembershipId: request.caseworkerMembershipId,
      dueOn: request.dueOn,
    });
  }

  private record(tx: Tx, action: string, subjectId: string, fields: readonly string[]): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'correction_request', subjectId, fields: [...fields] });
  }
}

/** Where what was said, or answered, is sealed for. */
export const correctionPlace = (
  { id, clientId }: Pick<StoredCorrection, 'id' | 'clientId'>,
  column: 'text_enc' | 'answer_enc',
) => ({ table: 'correction_request', column, rowId: id, clientId });

const mayAnswer = (tx: Tx, request: StoredCorrection): boolean =>
  tx.actor.role === Role.SUPERVISOR || keepsCaseloadOf(tx.actor, request.caseworkerMembershipId);

const wrongState = ({ status }: StoredCorrection) => refusal('WRONG_STATE' as const, ['id'], { status });
