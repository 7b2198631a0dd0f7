import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { judgeEnrolmentRequest, type EnrolmentRequestCode } from '#domain/training/enrolment-request';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import {
  EnrolmentRequestsRepository,
  type ClientSession,
  type EnrolmentRow,
  type OpenSession,
} from './enrolment-requests.repository';

/** Why a seat was not asked for. */
export type RequestSeatCode = EnrolmentRequestCode | 'NOT_FOUND';

/** What became of one request among several: the enrolment, or the first reason why there is none. */
export interface SeatRequestResult extends ClientSession {
  readonly enrolment: EnrolmentRow | null;
  readonly code: RequestSeatCode | null;
}

/** Asks for seats in sessions: people confirm what is asked, a request takes no seat. */
@Injectable()
export class EnrolmentRequestsService {
  constructor(
    private readonly requests: EnrolmentRequestsRepository,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Asks for a seat for a client of one's own. */
  async request(tx: Tx, wanted: ClientSession): Promise<Outcome<{ id: string }, RequestSeatCode>> {
    const facts = await this.requests.facts(tx, wanted);
    if (facts === null) return refused(refusal('NOT_FOUND', ['clientId']));
    const judged = judgeEnrolmentRequest(facts, dayOf(tx.now));
    if (!judged.ok) return judged;
    const id = uuidv7();
    if (!(await this.requests.insertRequest(tx, id, wanted)))
      return refused(refusal('ALREADY_ENROLLED', ['sessionId']));
    await this.audit.record(tx, { action: 'enrolment.requested', subjectType: 'enrolment', subjectId: id });
    const { clientId } = wanted;
    await this.live.notify(tx, { type: 'enrolment', id, roles: [Role.CASEWORKER, Role.BASE_MANAGER], clientId });
    return done({ id });
  }

  /** What has become of requests, row by row, as it stands now. */
  async results(tx: Tx, asked: readonly ClientSession[]): Promise<SeatRequestResult[]> {
    const rows = await this.requests.enrolmentsOf(tx, asked);
    const found = new Map(rows.map((row) => [`${row.clientId} ${row.sessionId}`, row]));
    const results: SeatRequestResult[] = [];
    for (const { clientId, sessionId } of asked) {
      const enrolment = found.get(`${clientId} ${sessionId}`) ?? null;
      const code = enrolment === null ? await this.reasonAgainst(tx, { clientId, sessionId }) : null;
      results.push({ clientId, sessionId, enrolment, code });
    }
    return results;
  }

  /** The sessions that teach something and are not over. */
  openSessions(tx: Tx): Promise<OpenSession[]> {
    return this.requests.openSessions(tx);
  }

  /** Those of these clients who may not join one of these sessions. */
  barred(tx: Tx, clientIds: readonly string[], sessionIds: readonly string[]): Promise<ClientSession[]> {
    return this.requests.barred(tx, clientIds, sessionIds);
  }

  /** Which of these clients are in which session, or have asked for it. */
  seated(tx: Tx, clientIds: readonly string[]): Promise<ClientSession[]> {
    return this.requests.seated(tx, clientIds);
  }

  private async reasonAgainst(tx: Tx, wanted: ClientSession): Promise<RequestSeatCode> {
    const facts = await this.requests.facts(tx, wanted);
    if (facts === null) return 'NOT_FOUND';
    const judged = judgeEnrolmentRequest(facts, dayOf(tx.now));
    return judged.ok ? 'NOT_FOUND' : (judged.refusals[0]?.code ?? 'NOT_FOUND');
  }
}
