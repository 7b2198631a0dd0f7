import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { answerByOf, type ScopeCode } from '#domain/consent/consent-scopes';
import { CONSENT_TEXT_VERSION } from '#domain/consent/consent-texts';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { ConsentRequestsRepository, type ConsentRequestRow } from './consent-requests.repository';
import { ConsentService, type WantedConsent } from './consent.service';

/** The answer of a step of a request: its id, or why not. */
export type RequestOutcome = Outcome<{ id: string }, ScopeCode | 'NOT_FOUND' | 'WRONG_STATE' | 'CONFLICT'>;

/** Asks a client for a consent, and takes her answer; no answer is a no, and nothing follows from a no. */
@Injectable()
export class ConsentRequestsService {
  constructor(
    private readonly requests: ConsentRequestsRepository,
    private readonly consents: ConsentService,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Asks a client of one's own caseload. */
  async ask(tx: Tx, wanted: WantedConsent): Promise<RequestOutcome> {
    const judged = await this.consents.judge(tx, wanted);
    if (!judged.ok) return judged;
    const id = uuidv7();
    await this.requests.insert(tx, {
      id,
      clientId: wanted.clientId,
      recipientOrganisationId: wanted.recipientId,
      purpose: wanted.purpose,
      fieldGroups: [...wanted.fieldGroups].sort(),
      validTo: judged.value.validTo,
      textVersion: CONSENT_TEXT_VERSION,
      ...(tx.actor.membershipId === null ? {} : { requestedByMembershipId: tx.actor.membershipId }),
      answerBy: answerByOf(dayOf(tx.now)),
      status: 'OPEN',
      createdAt: tx.now,
    });
    await this.note(tx, 'requested', { id, clientId: wanted.clientId });
    return done({ id });
  }

  /** The client agrees: the consent holds from today, for what she was asked and no more. */
  async agree(tx: Tx, id: string): Promise<RequestOutcome> {
    const found = await this.open(tx, id);
    if (!found.ok) return found;
    const row = found.value;
    const judged = await this.consents.judge(tx, row);
    if (!judged.ok) return judged;
    const { clientId, recipientId, purpose, fieldGroups, validTo, textVersion } = row;
    const grant = { clientId, recipientId, purpose, fieldGroups, validTo, textVersion, evidence: null };
    await this.requests.answer(tx, id, 'AGREED', await this.consents.grant(tx, grant));
    await this.note(tx, 'agreed', row);
    return done({ id });
  }

  /** The client says no; nothing follows from it. */
  async decline(tx: Tx, id: string): Promise<RequestOutcome> {
    const found = await this.open(tx, id);
    if (!found.ok) return found;
    await this.requests.answer(tx, id, 'DECLINED', null);
    await this.note(tx, 'declined', found.value);
    return done({ id });
  }

  /** Ends what nobody answered in time; gives how many. */
  lapsePast(tx: Tx): Promise<number> {
    return this.requests.lapsePast(tx, dayOf(tx.now));
  }

  private async open(tx: Tx, id: string): Promise<Outcome<ConsentRequestRow, 'NOT_FOUND' | 'WRONG_STATE'>> {
    const row = await this.requests.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const status = row.status === 'OPEN' && row.answerBy < dayOf(tx.now) ? 'LAPSED' : row.status;
    return status === 'OPEN' ? done(row) : refused(refusal('WRONG_STATE', ['id'], { status }));
  }

  private async note(tx: Tx, step: string, { id, clientId }: { id: string; clientId: string }): Promise<void> {
    await this.audit.record(tx, {
      action: `consent_request.${step}`,
      subjectType: 'consent_request',
      subjectId: id,
    });
    const roles = [Role.CLIENT, Role.CASEWORKER];
    await this.live.notify(tx, { type: 'consent-request', id, roles, clientId });
  }
}
