import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { checkedSentence, type WordingCode } from '#domain/caseloads/file-opening';
import { dayOf } from '#domain/common/day';
import { mayBecome } from '#domain/common/lifecycle';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import {
  answerDueOn,
  COMPLAINT_TEXT,
  complaintLifecycle,
  ComplaintStatus,
  ComplaintTopic,
  mayReopen,
} from '#domain/complaints/complaint';
import { ParametersService } from '#features/parameters';
import { Audit } from '#platform/audit/audit';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import type { Complaint } from './complaint.entity';
import { ComplaintsRepository, type ComplaintRow } from './complaints.repository';

/** Why a complaint was not taken or not moved on. */
export type ComplaintCode = WordingCode | 'NOT_FOUND' | 'WRONG_STATE';

/** A complaint as given. */
export interface NewComplaint {
  readonly topic: ComplaintTopic;
  readonly aboutId?: string | null;
  readonly text: string;
}

type Done = Promise<Outcome<{ id: string }, ComplaintCode>>;

/** Takes complaints, has them answered in time, and lets the client reopen one once. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly complaints: ComplaintsRepository,
    private readonly parameters: ParametersService,
    private readonly crypto: FieldCrypto,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Takes a complaint of the client herself. */
  async file(tx: Tx, { topic, aboutId, text }: NewComplaint): Done {
    const checked = checkedSentence(text, ['input', 'text'], COMPLAINT_TEXT);
    if (!checked.ok) return checked;
    const about = topic === ComplaintTopic.PERSON ? (aboutId ?? '') : null;
    if (about === '') return refused(refusal('REQUIRED', ['input', 'aboutId']));
    if (about !== null && !(await this.complaints.subjects(tx)).some(({ id }) => id === about))
      return refused(refusal('NOT_FOUND', ['input', 'aboutId']));
    const id = uuidv7();
    const clientId = tx.actor.clientId ?? '';
    await this.complaints.insert(tx, {
      id,
      clientId,
      topic,
      aboutMembershipId: about,
      textEnc: await this.sealed(tx, { id, clientId }, 'text_enc', checked.value),
      dueOn: answerDueOn(dayOf(tx.now), await this.parameters.calendar(tx)),
      createdAt: tx.now,
    });
    await this.noted(tx, id, clientId, 'received');
    return done({ id });
  }

  /** Begins to look into a complaint. */
  async takeUp(tx: Tx, id: string): Done {
    const complaint = await this.complaints.byId(tx, id);
    if (complaint === null) return refused(refusal('NOT_FOUND', ['id']));
    if (complaint.status !== ComplaintStatus.RECEIVED) return refused(refusal('WRONG_STATE', ['id']));
    return this.move(tx, complaint, ComplaintStatus.IN_REVIEW, {}, 'taken_up');
  }

  /** Answers a complaint that is being looked into; the client reads it at once. */
  async answer(tx: Tx, id: string, text: string): Done {
    const complaint = await this.complaints.byId(tx, id);
    if (complaint === null) return refused(refusal('NOT_FOUND', ['id']));
    const checked = checkedSentence(text, ['text'], COMPLAINT_TEXT);
    if (!checked.ok) return checked;
    const answerEnc = await this.sealed(tx, complaint, 'answer_enc', checked.value);
    const answered = { answerEnc, answeredByMembershipId: tx.actor.membershipId, answeredAt: tx.now };
    return this.move(tx, complaint, ComplaintStatus.ANSWERED, answered, 'answered');
  }

  /** The client is content with the answer. */
  async close(tx: Tx, id: string): Done {
    const complaint = await this.complaints.byId(tx, id);
    if (complaint === null) return refused(refusal('NOT_FOUND', ['id']));
    return this.move(tx, complaint, ComplaintStatus.CLOSED, {}, 'closed');
  }

  /** The client is not content: it is looked into once more, with a new day for the answer. */
  async reopen(tx: Tx, id: string): Done {
    const complaint = await this.complaints.byId(tx, id);
    if (complaint === null) return refused(refusal('NOT_FOUND', ['id']));
    if (!mayReopen(complaint)) return refused(refusal('WRONG_STATE', ['id']));
    const dueOn = answerDueOn(dayOf(tx.now), await this.parameters.calendar(tx));
    return this.move(tx, complaint, ComplaintStatus.IN_REVIEW, { wasReopened: true, dueOn }, 'reopened');
  }

  private async move(
    tx: Tx,
    complaint: ComplaintRow,
    to: ComplaintStatus,
    changes: Partial<Complaint>,
    act: string,
  ): Done {
    const { id, status, clientId } = complaint;
    if (!mayBecome(complaintLifecycle, status, to)) return refused(refusal('WRONG_STATE', ['id']));
    if (!(await this.complaints.move(tx, id, status, { ...changes, status: to })))
      return refused(refusal('WRONG_STATE', ['id']));
    await this.noted(tx, id, clientId, act);
    return done({ id });
  }

  /** Under the client's own key: what she wrote goes with her when she is erased. */
  private sealed(
    tx: Tx,
    { id: rowId, clientId }: Pick<ComplaintRow, 'id' | 'clientId'>,
    column: 'text_enc' | 'answer_enc',
    text: string,
  ): Promise<Buffer> {
    return this.crypto.encrypt(tx, { table: 'complaint', column, rowId, clientId }, text);
  }

  private async noted(tx: Tx, id: string, clientId: string, act: string): Promise<void> {
    await this.audit.record(tx, { action: `complaint.${act}`, subjectType: 'complaint', subjectId: id });
    // Colleagues hear nothing: it may be about one of them.
    await this.live.notify(tx, { type: 'complaint', id, roles: [Role.CLIENT], clientId });
  }
}
