import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { isDaySlot } from '#domain/notifications/message-hours';
import { Audit } from '#platform/audit/audit';
import { constraintMeans } from '#platform/database/constraint-refusals';
import type { Tx } from '#platform/database/transaction';
import { ContactChoicesRepository, type ChosenContact } from './contact-choices.repository';

constraintMeans('contact_choice_client_id_key', 'STALE_VERSION', ['expectedVersion']);

/** Why a choice was not kept. */
export type ChoiceRefusalCode = 'NOT_FOUND' | 'OUT_OF_RANGE' | 'STALE_VERSION';

/** Keeps how and when clients wish to be written to. The id of each result is the client's. */
@Injectable()
export class ContactChoicesService {
  constructor(
    private readonly choices: ContactChoicesRepository,
    private readonly audit: Audit,
  ) {}

  /** Keeps a choice of the client herself, or one that she told her caseworker. */
  async choose(
    tx: Tx,
    clientId: string,
    expectedVersion: number,
    chosen: ChosenContact,
  ): Promise<Outcome<{ id: string }, ChoiceRefusalCode>> {
    const before = await this.choices.of(tx, clientId);
    if (before === null) return refused(refusal('NOT_FOUND', ['clientId']));
    const { fromMinute, toMinute } = chosen;
    const isWhole = (fromMinute === null) === (toMinute === null);
    if (!isWhole || (fromMinute !== null && toMinute !== null && !isDaySlot({ fromMinute, toMinute })))
      return refused(refusal('OUT_OF_RANGE', ['input', 'fromMinute']));
    const stale = refused(refusal('STALE_VERSION', ['expectedVersion'], { currentVersion: before.version }));
    if (before.version !== expectedVersion) return stale;
    const row = { ...chosen, changedAt: tx.now };
    if (before.version === 0) {
      const { countyId } = tx.actor;
      await this.choices.insert(tx, { ...row, countyId, id: uuidv7(), clientId, createdAt: tx.now });
    } else if (!(await this.choices.update(tx, clientId, before.version, row))) return stale;
    await this.audit.record(tx, {
      action: 'contact_choice.changed',
      subjectType: 'client',
      subjectId: clientId,
      fields: Object.keys(chosen),
    });
    return done({ id: clientId });
  }
}
