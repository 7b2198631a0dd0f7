import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { DEFAULT_TRAVEL_LIMIT_MINUTES, DEFAULT_WEEKLY_HOURS } from '#domain/clients/client-codes';
import { EntryStatus } from '#domain/clients/entry-lifecycle';
import { workNeedsText } from '#domain/clients/work-needs';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { Client } from './client.entity';
import {
  checkedChanges,
  checkedClient,
  type ClientCode,
  type ClientChangesInput,
  type NewClientInput,
} from './client-input';
import { clientPlace } from './client-places';
import { ClientsRepository } from './clients.repository';
import { mayEditClient } from './clients.policy';

/** Why a client was not written. */
export type ClientRefusalCode = ClientCode | 'NOT_FOUND' | 'STALE_VERSION' | 'FILE_NUMBER_TAKEN';

/** Takes clients into a caseload and keeps their facts. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly clients: ClientsRepository,
    private readonly crypto: FieldCrypto,
    private readonly audit: Audit,
  ) {}

  /** Takes a new client into the actor's own caseload. */
  async create(tx: Tx, input: NewClientInput): Promise<Outcome<{ id: string }, ClientRefusalCode>> {
    const checked = checkedClient(input);
    if (!checked.ok) return checked;
    const { name, phone, accommodationNeeds, ...facts } = checked.value;
    const id = uuidv7();
    const caseworkerMembershipId = tx.actor.membershipId;
    if (caseworkerMembershipId === null) return refused(refusal('NOT_FOUND'));
    const { countyId } = tx.actor;
    await this.crypto.makeClientKeys(tx, [id]);
    await this.clients.insert(
      tx,
      {
        weeklyHoursAvailable: DEFAULT_WEEKLY_HOURS,
        travelLimitMinutes: DEFAULT_TRAVEL_LIMIT_MINUTES,
        ...facts,
        ...(await this.namedFields(tx, id, name)),
        ...(await this.phoneFields(tx, id, phone ?? null)),
        ...(await this.needsField(tx, id, accommodationNeeds)),
        countyId,
        id,
        caseworkerMembershipId,
        createdAt: tx.now,
      },
      {
        countyId,
        id: uuidv7(),
        clientId: id,
        caseworkerMembershipId,
        startedOn: dayOf(tx.now),
        status: EntryStatus.ACTIVE,
        createdAt: tx.now,
      },
    );
    await this.crypto.keepClientKeys(tx, [id]);
    await this.audit.record(tx, { action: 'client.created', subjectType: 'client', subjectId: id });
    return done({ id });
  }

  /** Changes facts of a client in the actor's own caseload, if nobody changed her since `expectedVersion`. */
  async update(
    tx: Tx,
    id: string,
    expectedVersion: number,
    input: ClientChangesInput,
  ): Promise<Outcome<{ id: string }, ClientRefusalCode>> {
    const [client] = await this.clients.byIds(tx, [id]);
    if (client === undefined || !mayEditClient(tx.actor, client)) return refused(refusal('NOT_FOUND', ['id']));
    const checked = checkedChanges(input);
    if (!checked.ok) return checked;
    const { name, phone, accommodationNeeds, ...facts } = checked.value;
    const changes = {
      ...facts,
      ...(name === undefined ? {} : await this.namedFields(tx, id, name)),
      ...(phone === undefined ? {} : await this.phoneFields(tx, id, phone)),
      ...(await this.needsField(tx, id, accommodationNeeds)),
    };
    const isWritten = await this.clients.update(tx, id, expectedVersion, changes);
    if (!isWritten) return refused(refusal('STALE_VERSION', ['expectedVersion'], { currentVersion: client.version }));
    await this.audit.record(tx, {
      action: 'client.changed',
      subjectType: 'client',
      subjectId: id,
      fields: Object.keys(input),
    });
    return done({ id });
  }

  /** The client herself objects to automated ranking, or takes that back. */
  async objectToRanking(tx: Tx, objectsToRanking: boolean): Promise<Outcome<{ id: string }, ClientRefusalCode>> {
    const [client] = await this.clients.byIds(tx, [tx.actor.clientId ?? '']);
    if (client === undefined) return refused(refusal('NOT_FOUND'));
    const isWritten = await this.clients.update(tx, client.id, client.version, { objectsToRanking });
    if (!isWritten) return refused(refusal('STALE_VERSION', [], { currentVersion: client.version }));
    await this.audit.record(tx, { action: 'client.ranking_choice', subjectType: 'client', subjectId: client.id });
    return done({ id: client.id });
  }

  private async namedFields(tx: Tx, id: string, name: string): Promise<Pick<Client, 'nameEnc' | 'nameBidx'>> {
    return {
      nameEnc: await this.crypto.encrypt(tx, clientPlace(id, 'name_enc'), name),
      nameBidx: await this.crypto.blindIndex(tx, 'client.name', name),
    };
  }

  /** Nothing where nothing was given: it stays as it is. */
  private async needsField(
    tx: Tx,
    id: string,
    needs: readonly string[] | undefined,
  ): Promise<Partial<Pick<Client, 'accommodationNeedsEnc'>>> {
    if (needs === undefined) return {};
    if (needs.length === 0) return { accommodationNeedsEnc: null };
    const place = clientPlace(id, 'accommodation_needs_enc');
    return { accommodationNeedsEnc: await this.crypto.encrypt(tx, place, workNeedsText(needs)) };
  }

  private async phoneFields(
    tx: Tx,
    id: string,
    phone: string | null,
  ): Promise<Pick<Client, 'phoneEnc' | 'phoneBidx' | 'phoneTailBidx'>> {
    if (phone === null) return { phoneEnc: null, phoneBidx: null, phoneTailBidx: null };
    return {
      phoneEnc: await this.crypto.encrypt(tx, clientPlace(id, 'phone_enc'), phone),
      phoneBidx: await this.crypto.blindIndex(tx, 'client.phone', phone),
      phoneTailBidx: await this.crypto.blindIndex(tx, 'client.phoneTail', phone.slice(-4)),
    };
  }
}
